"""What `sources.toml` may say: groups with their schedules, sources of three kinds, and how the network is asked.

Belongs here: the keys, their meaning, defaults and limits. Does not: reading the file and saying where it is wrong (config.py).
`example.toml` shows every key in use.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Final, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

DEFAULT_GROUP: Final = "daily"
_CRON_RANGES: Final = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))
_CRON_PART: Final = re.compile(r"(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:/[1-9]\d?)?")
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST_HOURS: Final = 10 * 366 * 24.0
_LONGEST_NAME: Final = 255
_LONGEST_PATH: Final = 4096

Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$")]


def _checked_address(address: str) -> str:
    if re.search(r"\s", address):
        raise ValueError("a web address holds no space; write %20, or take it out")
    try:
        has_host = bool(urlsplit(address).hostname) and urlsplit(address).port != 0
    except ValueError as error:
        raise ValueError(f"no web address ({error}); compare it with that in a browser") from error
    if not has_host:
        raise ValueError("a web address without a host; compare it with that in a browser")
    return address


Address = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^https?://[^/\s]+", max_length=4096),
    AfterValidator(_checked_address),
]


def _checked_path(path: str) -> str:
    """A path that this machine can be asked for; it need not be there."""
    if not path.strip():
        raise ValueError('an empty path; write "." for the folder of sources.toml')
    if "\0" in path:
        raise ValueError("holds the character NUL, which no path can; take it out")
    if len(path.encode()) >= _LONGEST_PATH or any(len(part.encode()) > _LONGEST_NAME for part in Path(path).parts):
        raise ValueError(
            f"longer than a path can be ({_LONGEST_NAME} bytes a name, {_LONGEST_PATH} in all); shorten it"
        )
    try:
        Path(path).expanduser()
    except RuntimeError as error:
        user = Path(path).parts[0]
        raise ValueError(f"there is no home folder {user} on this machine; write the whole path") from error
    return path


def _checked_glob(pattern: str) -> str:
    """A path or glob; what `**` is part of a name would mean nobody knows."""
    for part in Path(_checked_path(pattern)).parts:
        if "**" in part and part != "**":
            raise ValueError(
                f"`**` stands alone between slashes; write `**/{re.sub(r'[*]{2,}', '*', part)}` for {part!r}"
            )
    return pattern


HeaderText = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[ -~]*$")]
FilePath = Annotated[str, AfterValidator(_checked_path)]
Glob = Annotated[str, AfterValidator(_checked_glob)]


class _Declared(BaseModel):
    # strict: "yes" is a text, and whoever writes it for `true` would not learn what became of it
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Group(_Declared):
    """Sources that are read together, on one schedule."""

    cron: str = Field(description="When to run: minute, hour, day of month, month, day of week.")
    timezone: str = Field(default="UTC", description="The time zone of `cron`.")
    fresh_within_hours: float | None = Field(
        default=None,
        gt=0,
        le=_LONGEST_HOURS,
        allow_inf_nan=False,
        description="A warning is due when the group has not been read for so long.",
    )

    @field_validator("cron")
    @classmethod
    def _check_cron(cls, cron: str) -> str:
        fields = cron.split()
        if len(fields) != len(_CRON_RANGES) or not all(map(_is_cron_field, fields, _CRON_RANGES)):
            raise ValueError('not a schedule; write five fields such as "15 * * * *" (each hour at minute 15)')
        if not _comes(fields):
            raise ValueError("a day that no year has, such as 31 February; write days that the months have")
        return " ".join(fields)

    @field_validator("timezone")
    @classmethod
    def _check_timezone(cls, name: str) -> str:
        if name not in available_timezones():
            raise ValueError('no such time zone; write a name such as "UTC" or "Europe/Berlin"')
        return name


def _is_cron_field(field: str, span: tuple[int, int]) -> bool:
    parts = [_CRON_PART.fullmatch(part) for part in field.split(",")]
    return all(part and all(span[0] <= int(n) <= span[1] for n in part.groups() if n) for part in parts)


def _comes(fields: list[str]) -> bool:
    """Whether each month that is named has a day that is named: of others the scheduler looks for the next one in vain."""
    months = [int(number) for number in re.findall(r"(?<!/)\b\d+", fields[3])]
    days = [int(part.partition("-")[0].partition("/")[0]) for part in fields[2].split(",") if part[0] != "*"]
    longest = max((_DAYS[month - 1] for month in months), default=31) if "-" not in fields[3] else 31
    return not days or min(days) <= longest


HOURLY: Final = Group(cron="5 * * * *", fresh_within_hours=6)
DAILY: Final = Group(cron="15 5 * * *", fresh_within_hours=48)


class _Source(_Declared):
    group: Name = Field(
        default=DEFAULT_GROUP, description="The group, and with it the schedule, that the source belongs to."
    )
    enabled: bool = Field(
        default=True, description="`false` passes the source over without forgetting what it has read."
    )
    outlet: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)] | None = Field(
        default=None,
        description="The outlet of every article from here, whatever a page calls itself, so that counts of outlets stay true.",
    )


class FolderSource(_Source):
    """Files and folders on this machine."""

    kind: Literal["folder"]
    paths: list[Glob] = Field(
        min_length=1,
        description="Files, folders (searched in depth) or globs such as `news/**/*.jsonl.gz`, from the folder of sources.toml.",
    )
    outlet_from: Literal["folder", "first_folder"] | None = Field(
        default=None,
        description="Whose name is the outlet of a file's articles: the folder that it lies in, or the first one below the path of `paths` (before a glob).",
    )

    @model_validator(mode="after")
    def _check_one_outlet(self) -> FolderSource:
        if self.outlet is not None and self.outlet_from:
            raise ValueError("gives both outlet and outlet_from; take one of them out")
        return self


class _WebSource(_Source):
    allow_private: bool = Field(
        default=False, description="`true` lets this source reach private, loopback and link-local addresses."
    )
    max_pages: int = Field(default=200, ge=1, le=100_000, description="At most so many pages are fetched in one run.")
    include: list[str] = Field(
        default=[], description="Only addresses that match one of these globs (`*` is any text)."
    )
    exclude: list[str] = Field(default=[], description="No addresses that match one of these globs.")

    def addresses(self) -> list[str]:
        """The addresses that the source itself names."""
        return []


class FeedSource(_WebSource):
    """One RSS, Atom or JSON feed."""

    kind: Literal["feed"]
    url: Address = Field(description="The feed's address.")
    pages: Literal["summaries", "always", "never"] = Field(
        default="summaries",
        description="Whether to fetch the page behind an item: when the item is a mere summary, always, or never.",
    )
    max_parts: int = Field(
        default=10,
        ge=1,
        le=1000,
        description="Of a feed in parts, each of which names the one with older items, at most so many are read in one run.",
    )

    def addresses(self) -> list[str]:
        """The address of the feed."""
        return [self.url]


class WebSource(_WebSource):
    """Pages by address: lists of addresses, and sitemaps."""

    kind: Literal["web"]
    urls: list[Address] = Field(default=[], description="Addresses of pages.")
    lists: list[FilePath] = Field(
        default=[], description="Text files with one address a line, from the folder of sources.toml."
    )
    sitemaps: list[Address] = Field(default=[], description="Addresses of sitemaps, sitemap indexes or news sitemaps.")
    recheck_hours: float | None = Field(
        default=None,
        gt=0,
        le=_LONGEST_HOURS,
        allow_inf_nan=False,
        description="Ask again for a page that was read so long ago; without it only when its sitemap says so.",
    )

    @model_validator(mode="after")
    def _check_something_named(self) -> WebSource:
        if not (self.urls or self.lists or self.sitemaps):
            raise ValueError("names no page; give urls, lists or sitemaps")
        return self

    def addresses(self) -> list[str]:
        """The addresses of pages and sitemaps."""
        return [*self.urls, *self.sitemaps]


Source = Annotated[FolderSource | FeedSource | WebSource, Field(discriminator="kind")]


class Fetching(_Declared):
    """How the network is asked: politely, and never for more than a page can need."""

    user_agent: HeaderText = Field(
        default="", max_length=200, description="How Dateline names itself; empty: Dateline/VERSION."
    )
    timeout_seconds: float = Field(default=20, gt=0, le=600, description="The longest silence of a server.")
    deadline_seconds: float = Field(default=60, gt=0, le=3600, description="The longest time that one answer may take.")
    attempts: int = Field(
        default=3, ge=1, le=10, description="How often an address is asked before it counts as failed."
    )
    backoff_seconds: float = Field(
        default=2, ge=0, le=600, description="The wait before the second attempt; it doubles then."
    )
    max_wait_seconds: float = Field(
        default=60,
        ge=0,
        le=3600,
        description="A server that asks for a longer wait (Retry-After) is left for a later run.",
    )
    seconds_between_requests: float = Field(
        default=1, ge=0, le=3600, description="The pause between requests to one host."
    )
    max_redirects: int = Field(default=5, ge=0, le=20, description="How many redirects are followed.")
    max_megabytes: float = Field(default=20, gt=0, le=512, description="The largest answer, unpacked.")
    connections: int = Field(default=8, ge=1, le=64, description="How many hosts are asked at once.")
    kept_in: Annotated[str, AfterValidator(lambda path: path and _checked_path(path))] = Field(
        default="",
        description="The folder of fetched bytes, from the folder of sources.toml; empty: `dateline.fetched` beside the warehouse `dateline.duckdb`.",
    )


class Sources(_Declared):
    """A whole `sources.toml`; `folder` is where it lies, for the relative paths in it."""

    fetching: Fetching = Fetching()
    groups: dict[Name, Group] = {}
    sources: dict[Name, Source] = {}
    folder: Path = Field(default=Path(), exclude=True)

    @field_validator("groups")
    @classmethod
    def _check_group_names(cls, groups: dict[str, Group]) -> dict[str, Group]:
        """A schedule's name holds no dash: two names that differ in nothing else would be one."""
        seen: dict[str, str] = {}
        for name in groups:
            other = seen.setdefault(name.replace("-", "_"), name)
            if other != name:
                raise ValueError(f"{name!r} and {other!r} differ only in - and _; give one of them another name")
        return groups

    @model_validator(mode="after")
    def _check_groups(self) -> Sources:
        known = self.schedules
        for name, source in self.sources.items():
            if source.group not in known:
                raise ValueError(
                    f"sources.{name}.group: there is no group {source.group!r}; "
                    f"write one of {', '.join(sorted(known))} or declare [groups.{source.group}]"
                )
        return self

    @property
    def schedules(self) -> dict[str, Group]:
        """All groups: `hourly` and `daily`, which need no declaration, and those of the file."""
        return {"hourly": HOURLY, DEFAULT_GROUP: DAILY} | self.groups

    def by_group(self) -> dict[str, dict[str, Source]]:
        """The enabled sources of each group that has any, by name."""
        groups: dict[str, dict[str, Source]] = {}
        for name, source in self.sources.items():
            if source.enabled:
                groups.setdefault(source.group, {})[name] = source
        return groups

    def chosen(self, names: list[str], groups: list[str]) -> dict[str, Source]:
        """The enabled sources with one of these names or in one of these groups; all of them when neither is given. A named source need not be enabled.

        Raises:
            KeyError: a name or group that the file does not know.
        """
        for unknown in [
            *(name for name in names if name not in self.sources),
            *(g for g in groups if g not in self.schedules),
        ]:
            raise KeyError(unknown)
        return {
            name: source
            for name, source in self.sources.items()
            if name in names or (source.enabled and (source.group in groups or not (names or groups)))
        }
