"""Strings that try to do something where they are shown: in a page, a terminal, a Markdown viewer, a JSON reader.

Belongs here: the strings. Does not: tests. Those with `pwned` set `window.pwned` when they run.
"""

from __future__ import annotations

_RUN = "window.pwned=1"

SCRIPTS = [
    f"<script>{_RUN}</script>",
    f"</script><script>{_RUN}</script>",
    f"</ScRiPt ><sCrIpT >{_RUN}</sCrIpT>",
    f"--></script><script>{_RUN}</script>",
    f"<!--<script>{_RUN}</script>",
    f"]]><script>{_RUN}</script>",
    f"<img src=x onerror={_RUN}>",
    f"<img src=x onerror={_RUN}//",
    f"<svg onload={_RUN}>",
    f"<svg><script>{_RUN}</script></svg>",
    f"<svg><animate onbegin={_RUN} attributeName=x dur=1s>",
    f"<math><mtext><img src=x onerror={_RUN}></math>",
    f"<body onload={_RUN}>",
    f"<details open ontoggle={_RUN}>",
    f"<iframe srcdoc='<script>parent.{_RUN}</script>'></iframe>",
    f"<iframe src=javascript:{_RUN}></iframe>",
    f"<object data=javascript:{_RUN}></object>",
    f"<a href=javascript:{_RUN} id=x>click</a>",
    f"<form><button formaction=javascript:{_RUN}>x</button></form>",
    f"<input autofocus onfocus={_RUN}>",
    f"<video><source onerror={_RUN}></video>",
    f"<style>*{{background:url(javascript:{_RUN})}}</style>",
    f"<link rel=stylesheet href=data:text/css,*{{}} onload={_RUN}>",
    f"<meta http-equiv=refresh content='0;url=javascript:{_RUN}'>",
    "<base href=https://evil.example/>",
    f"<template><script>{_RUN}</script></template>",
    f'<noscript><p title="</noscript><script>{_RUN}</script>">',
    f"</title><script>{_RUN}</script>",
    f"</style><script>{_RUN}</script>",
    f"</textarea><script>{_RUN}</script>",
    f'" onmouseover="{_RUN}" x="',
    f"' onmouseover='{_RUN}' x='",
    f'"><script>{_RUN}</script>',
    f"'><script>{_RUN}</script>",
    f"` onmouseover={_RUN} `",
    f"javascript:{_RUN}",
    f"{{{{ {_RUN} }}}}",
    "{{ ''.__class__.__mro__ }}",
    "{% for x in range(9) %}x{% endfor %}",
    "${7*7}",
    f"<%= {_RUN} %>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "\u2028window.pwned=1\u2029",
    f"\\u003cscript\\u003e{_RUN}\\u003c/script\\u003e",
    f"＜script＞{_RUN}＜/script＞",
    f"<scr\x00ipt>{_RUN}</scr\x00ipt>",
    f"<script\x0b>{_RUN}</script>",
]

TERMINAL = [
    "\x1b[31mred\x1b[0m",
    "\x1b[2J\x1b[H",
    "\x1b]0;title\x07",
    "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;ZXZpbA==\x07",
    "\x1bP1$r0m\x1b\\",
    "\x1b^private\x1b\\",
    "\x1b_app\x1b\\",
    "\x1bc",
    "\x1b(0lqqk",
    "\x9b31mred",
    "\x9d0;title\x9c",
    "\x90device\x9c",
    "\x1b[38;2;255;0;0mtrue colour",
    "\x1b[6n",
    "\x1b[?1049h",
    "\x1b",
    "\x1b[",
    "\x1b]0;never ends",
    "over\rwritten",
    "back\b\b\b\bspace",
    "bell\x07\x07",
    "tab\there\x0bvertical\x0cform",
    "\x00null\x00",
    "\x7fdelete",
    "\x85next line",
    "[bold red]rich markup[/bold red]",
    "[link=https://evil.example]x[/link]",
    ":bomb: :warning:",
]

DIRECTIONS = [
    "\u202egnp.exe",
    "\u202dleft\u202c",
    "\u2066isolate\u2069",
    "\u2067rtl isolate",
    "\u200fmark\u200e",
    "\u061cletter mark",
    "\u05e9\u05dc\u05d5\u05dd and \u0645\u0631\u062d\u0628\u0627",
    "zero\u200bwidth\ufeffspace",
    "\U000e0041\U000e0042tags",
    "\u2060\u2061\u2062invisible",
    "Z\u0351\u0352\u0353a\u0354\u0355l\u0356\u0357g\u0358\u0359o",
]

MARKDOWN = [
    "# heading",
    "[link](javascript:window.pwned=1)",
    "![image](https://evil.example/x.png)",
    "[ref]: https://evil.example",
    "<https://evil.example>",
    "`code` ```fence```",
    "**bold** __under__ *em* _em_ ~~gone~~",
    "| a | b |",
    "> quote",
    "- item",
    "1. item",
    "1) item",
    "+ item",
    "---",
    "===",
    "\n\n# heading after a blank line\n\n- list\n",
    "trailing backslash \\",
    "$\\int_0^1$",
    "&copy; &#x41;",
    "[x] ![][y]",
    "a  \nb",
    "~~~\nfence\n~~~",
    "@everyone #1 !important",
]

ODD = [
    "\ufffe\uffff",
    "",
    " ",
    "\n",
    "null",
    "NaN",
    "'; drop table events; --",
    "=cmd|' /C calc'!A0",
    "%s%s%n %(x)s {0} {x}",
    "../../etc/passwd",
]

LENGTHS = [
    "A" * 100_000,
    "long name " * 10_000,
    "<b>" * 33_000,
    "\u202e" * 100_000,
    "\x1b[31m" * 20_000,
    "\u0301" * 100_000,
]

# No frame holds half a character, but a title from a command line may.
HALVES = ["\ud800lone surrogate", "\udfff"]

HOSTILE = SCRIPTS + TERMINAL + DIRECTIONS + MARKDOWN + ODD + LENGTHS
