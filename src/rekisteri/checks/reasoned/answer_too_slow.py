"""A request is answered later than the law lets it be."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.periods import A_MONTH, compared, least_hours, together
from rekisteri.checks.rights import Request, requests
from rekisteri.checks.wording import found_in_words
from rekisteri.retention.period import Period

TWO_MONTHS = Period(months=2)
THREE_MONTHS = Period(months=3)

DAYS = 30
"""How many days are let pass as a month."""


@check_of("rights", "gdpr:12.3", severity=Severity.MUST)
def answer_too_slow(case: Case) -> Iterator[Found]:
    """Requests are answered within a month, which may be extended by two further months.

    Where one's own time is shorter, the extension may last until three months have passed. ``should``, possible: days that are
    more than some months have and not more than others, and rights that may be none of the GDPR. Own words are read where no
    field tells of a time.
    """
    if not any(request.procedure.deadline or request.procedure.extension for request in requests(case)):
        yield from found_in_words(case, "slow")
    for request in requests(case):
        own = request.procedure.deadline.period if request.procedure.deadline else None
        extension = request.procedure.extension
        if own and (sure := _exceeds(own, A_MONTH)) is not None:
            yield _found(request, "deadline", own, sure=sure)
        elif extension and (sure := _extends_too_far(own, extension)) is not None:
            yield _found(request, "extension", extension, sure=sure)


def _extends_too_far(own: Period | None, extension: Period) -> bool | None:
    if own and compared(own, A_MONTH) == -1:
        return _exceeds(together(own, extension), THREE_MONTHS)
    return _exceeds(extension, TWO_MONTHS)


def _exceeds(period: Period, months: Period) -> bool | None:
    """True: longer than so many months; False: it may be; None: it is let pass."""
    longer = compared(period, months)
    if longer == 1:
        return True
    return False if longer is None and least_hours(period) > 24 * DAYS * months.months else None


def _found(request: Request, field: str, period: Period, *, sure: bool) -> Found:
    certain = sure and request.by_law
    return Found(
        path=f"{request.path}.{field}",
        severity=Severity.MUST if certain else Severity.SHOULD,
        certainty=Certainty.CERTAIN if certain else Certainty.POSSIBLE,
        params={"right": request.right, "period": period},
        variant="extension" if certain and field == "extension" else None,
    )
