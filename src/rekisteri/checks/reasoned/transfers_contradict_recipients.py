"""No transfers, or only if necessary, while a recipient is outside the European Economic Area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.recipients import Abroad, recipients_abroad
from rekisteri.law.countries import Place
from rekisteri.model.transfer import Transfer


@check_of("transfers", "gdpr:13.1.f", "gdpr:14.1.f", "gdpr:44", severity=Severity.MUST)
def transfers_contradict_recipients(case: Case) -> Iterator[Found]:
    """A recipient in a third country and "no transfers" cannot both be true.

    ``should`` where the register transfers only on conditions and names nowhere; ``possible`` where only the vocabulary
    knows the country of a tracking service, since a company in the EEA may stand between, where the recipient only may be used,
    and where it is not clear whether its country is a third country.
    """
    transfers = case.register.transfers
    if transfers is None:
        return
    for recipient in recipients_abroad(case):
        if any(_may_cover(transfer, recipient.country) for transfer in transfers):
            continue
        denied = not transfers or case.register.no_other_transfers
        yield Found(
            path=recipient.path,
            severity=Severity.MUST if recipient.sure and denied else Severity.SHOULD,
            certainty=Certainty.CERTAIN if recipient.sure else Certainty.POSSIBLE,
            params={"recipient": recipient.name, "country": Place(recipient.country)},
            variant=_variant(transfers, recipient),
        )


def _variant(transfers: Sequence[Transfer], recipient: Abroad) -> str:
    """Which words tell it: nothing goes out, or only elsewhere; a tracking service may have a company in between."""
    if not recipient.stated or recipient.unclear:
        return "unclear" if recipient.unclear else "service"
    if not transfers:
        return "denied"
    return "elsewhere" if any(one.countries for one in transfers) else "conditional"


def _may_cover(transfer: Transfer, country: str) -> bool:
    """Whether a transfer may be the one to that country: it names it, or names something else than countries."""
    if transfer.countries:
        return country in transfer.countries
    return not (transfer.only_if or transfer.may) or bool(transfer.to or transfer.name)
