"""What is known of an article's page, under the names that collections give it."""

from collections.abc import Iterable, Mapping

# The first that an article has is taken.
_DATE = ("date", "日期", "时间", "发布日期", "出版日期", "刊期", "published")
_PAPER = ("paper", "newspaper", "报纸", "报名", "报纸名称", "来源", "publication")


def date_of(fields: Mapping[str, str]) -> str:
    """Return the date as it stands in `fields`, or nothing."""
    return _first(fields, _DATE)


def paper_of(fields: Mapping[str, str]) -> str:
    """Return the newspaper's name as it stands in `fields`, or nothing."""
    return _first(fields, _PAPER)


def _first(fields: Mapping[str, str], names: Iterable[str]) -> str:
    return next((fields[name] for name in names if name in fields), "")
