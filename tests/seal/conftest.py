"""What the tests of seals share: an authority with what answers on loopback, a seal, and a PDF to put it on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyhanko.sign.signers import Signer

from pipeline.cli.main import main
from pipeline.seal.certificates import Certificate, certificates_in
from pipeline.seal.keys import signer_from
from tests.cli.running import TEMPLATES, small_case
from tests.seal.pki import PASSWORD, Authority, Issued, Loopback, Wanted, serving


@pytest.fixture(scope="package")
def authority() -> Authority:
    return Authority()


@pytest.fixture(scope="package")
def whole_loopback(authority: Authority) -> Iterator[Loopback]:
    with serving(authority) as loopback:
        yield loopback


@pytest.fixture
def loopback(whole_loopback: Loopback) -> Loopback:
    whole_loopback.asked.clear()
    whole_loopback.answers.clear()
    whole_loopback.authority.revoked.clear()
    return whole_loopback


@pytest.fixture(scope="package")
def seal(authority: Authority, whole_loopback: Loopback) -> Issued:
    return authority.issue(Wanted(addresses=whole_loopback.place))


@pytest.fixture(scope="package")
def signer(seal: Issued, authority: Authority) -> Signer:
    return signer_from(seal.pkcs12([authority.cert]), PASSWORD, "stämpel.p12")


@pytest.fixture(scope="package")
def roots(authority: Authority) -> tuple[Certificate, ...]:
    return certificates_in(authority.pem, "rot.pem")


@pytest.fixture(scope="package")
def whole_results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the results of a small case, built once; a test that changes them takes a copy."""
    folder = tmp_path_factory.mktemp("ärende")
    case = small_case(folder)
    assert main(["bygg", str(case), "--mallar", str(TEMPLATES), "--ut", str(folder / "outputs")]) == 0
    return folder / "outputs" / "KSKF-2024-1"


@pytest.fixture(scope="package")
def pdf(whole_results: Path) -> bytes:
    return next(whole_results.glob("*_bilaga-1_*.pdf")).read_bytes()
