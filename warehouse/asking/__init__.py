"""What somebody asks for, as SQL: filters, words, periods, names, past moments.

Belongs here: conditions and how the rows that meet them are found. Does not: choosing what of it stands on a timeline (timeline/).
"""
