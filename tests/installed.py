"""Run by the build in a bare environment outside the checkout: what is installed is whole."""

from datetime import date
from importlib.metadata import files, requires
from importlib.resources import files as resources

import rekisteri
from rekisteri import Register, check, dumps, loads, render, report
from rekisteri.json_format import schema_text
from rekisteri.law import acts, authorities, duties
from rekisteri.vocabulary import terms

TODAY = date(2026, 11, 22)

for name in rekisteri.__all__:
    getattr(rekisteri, name)
assert acts()
assert authorities()
assert duties()
assert terms()
assert schema_text().startswith("{")
assert resources("rekisteri").joinpath("py.typed").is_file()
assert {path.name for path in files("rekisteri") or ()} >= {"LICENSE", "NOTICE", "py.typed", "register-1.json"}
needed = {name.split(">")[0] for name in requires("rekisteri") or () if "extra" not in name}
assert needed == {"attrs", "babel", "cattrs", "python-dateutil", "python-stdnum"}

register = loads(dumps(Register(name="Asiakasrekisteri", language="fi", transfers=())))
for language in ("fi", "sv", "en"):
    assert render(register, language=language).plain()
    assert report.text(check(register, on=TODAY), language=language)
