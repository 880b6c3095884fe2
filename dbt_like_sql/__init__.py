"""The SQL models, shipped with the package: `importlib.resources.files("dbt_like_sql")` is their folder."""
