"""No transfers, or only if necessary, while a recipient is outside the European Economic Area."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.recipients import Abroad, recipients_abroad
from rekisteri.model.transfer import Transfer


@check_of("transfers", "gdpr:13.1.f", "gdpr:14.1.f", "gdpr:44", severity=Severity.MUST)
def transfers_contradict_recipients(case: Case) -> Iterator[Found]:
    """A recipient in a third country and "no transfers" cannot both be true.

    ``should`` where the register transfers only on conditions and names nowhere; ``possible`` where only the vocabulary
    knows the country of a tracking service, since a company in the EEA may stand between.
    """
    transfers = case.register.transfers
    if transfers is None or any(not _names_nowhere(transfer) for transfer in transfers):
        return
    for recipient in recipients_abroad(case):
        stated = recipient.stated and not transfers
        yield Found(
            path=recipient.path,
            severity=Severity.MUST if stated else Severity.SHOULD,
            certainty=Certainty.CERTAIN if recipient.stated else Certainty.POSSIBLE,
            params=_params(recipient),
        )


def _names_nowhere(transfer: Transfer) -> bool:
    return transfer.only_if is not None and not transfer.countries and not transfer.to and not transfer.name


def _params(recipient: Abroad) -> dict[str, object]:
    return {"recipient": recipient.name, "country": recipient.country}
