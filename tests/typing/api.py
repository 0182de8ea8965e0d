"""A user's program, checked by mypy --strict against the installed library, and run."""

from collections.abc import Sequence
from datetime import date
from typing import assert_type

import attrs

from rekisteri import (
    Controller,
    DataCategory,
    Disclosure,
    Document,
    Finding,
    LegalBasis,
    Period,
    Provision,
    Purpose,
    Register,
    Report,
    RetentionRule,
    Right,
    SecurityMeasure,
    Source,
    Transfer,
    Words,
    check,
    dumps,
    loads,
    render,
    report,
    term,
)

shop = Register(
    name="Asiakasrekisteri",
    language="fi",
    updated=date(2026, 11, 1),
    controllers=[Controller(name="Esimerkki Oy", emails=["tietosuoja@example.fi"])],
    purposes=[Purpose(id="orders", aims=[term("orders")], legal_bases=[LegalBasis.contract()])],
    data=(DataCategory(id="customer", items=[term("name"), Words(fi="lempiväri")], purposes=["orders"]),),
    sources=[Source(origin=term("data-subject"))],
    disclosures=[Disclosure(to=[term("authorities")], only_if=[term("law-requires")])],
    transfers=(),
    retention=[RetentionRule.maximum("P2Y", after="last-order", data=["customer"])],
    rights=[Right(right=term("access"), provisions=[Provision.parse("gdpr:15")])],
    security=[SecurityMeasure(measure=term("backups"))],
)

assert_type(shop.transfers, Sequence[Transfer] | None)
assert_type(loads(dumps(shop)), Register)
assert_type(attrs.evolve(shop, version="2"), Register)

found = check(shop, on=date(2026, 11, 22), select=["stated"])
assert_type(found, Report)
assert_type(found.at_least("must"), tuple[Finding, ...])
assert_type(report.text(found, language="sv"), str)
assert_type(render(shop, form="notice", language="fi"), Document)
assert_type(Period.parse("P6Y"), Period)

assert loads(dumps(shop)) == shop
