"""A headless Chromium that is spoken to over its pipe (the DevTools protocol), so that no library is needed.

``find_chromium`` and ``find_axe`` return None where the machine lacks them; ``make webb`` fetches axe-core.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).parents[2]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --disable-extensions "
    "--disable-background-networking --disable-component-update --remote-debugging-pipe --hide-scrollbars"
)


def find_chromium() -> str | None:
    """Return the browser's command."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def find_axe() -> Path | None:
    """Return axe-core's script: ``KANSLI_AXE``, else where ``make webb`` puts it."""
    return _found("KANSLI_AXE", "axe-core/axe.min.js")


def find_validator() -> Path | None:
    """Return the Nu HTML checker: ``KANSLI_VNU``, else where ``make webb`` puts it; it needs Java."""
    return _found("KANSLI_VNU", "vnu-jar/build/dist/vnu.jar") if shutil.which("java") else None


def _found(variable: str, name: str) -> Path | None:
    place = Path(os.environ.get(variable) or ROOT / ".venv/webb/node_modules" / name)
    return place if place.is_file() else None


class Browser:
    """One page of one browser."""

    def __init__(self, command: str, profile: Path) -> None:
        (to_browser, self._write), (self._read, from_browser) = os.pipe(), os.pipe()
        high = [fcntl.fcntl(number, fcntl.F_DUPFD_CLOEXEC, 10) for number in (to_browser, from_browser)]
        self._process = subprocess.Popen(
            [command, *_FLAGS.split(), f"--user-data-dir={profile}", "about:blank"],
            preexec_fn=lambda: [os.dup2(own, wanted) for own, wanted in zip(high, (3, 4), strict=True)],  # noqa: PLW1509
            close_fds=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for number in (to_browser, from_browser, *high):
            os.close(number)
        self._rest = b""
        self._number = 0
        self._session: str | None = None
        self.requests: list[str] = []
        targets = self.say("Target.getTargets")["targetInfos"]
        target = next(info["targetId"] for info in targets if info["type"] == "page")
        self._session = self.say("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self.say(f"{domain}.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._session = None
        self.say("Browser.close")
        self._process.wait(20)
        os.close(self._write)
        os.close(self._read)

    def say(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and return its result."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        return self._answer(lambda heard: heard.get("id") == self._number)

    def _answer(self, is_wanted: Any) -> dict[str, Any]:
        while True:
            heard = self._hear()
            if heard.get("method") == "Network.requestWillBeSent":
                self.requests.append(heard["params"]["request"]["url"])
            if is_wanted(heard):
                assert "error" not in heard, heard
                result: dict[str, Any] = heard.get("result", heard)
                return result

    def _hear(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            found = os.read(self._read, 1 << 20)
            assert found, "the browser ended"
            self._rest += found
        message, _, self._rest = self._rest.partition(b"\0")
        result: dict[str, Any] = json.loads(message)
        return result

    def show(self, page: Path, width: int = 1280, *, dark: bool = False) -> None:
        """Open a page in a window of a width."""
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.say("Emulation.setEmulatedMedia", media="", features=scheme)
        self.say("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.requests.clear()
        self.say("Page.navigate", url=page.as_uri())
        self._answer(lambda heard: heard.get("method") == "Page.loadEventFired")

    def value(self, expression: str) -> Any:
        """Return what an expression comes to on the page."""
        found = self.say("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def violations(self, axe: Path) -> list[str]:
        """Return what axe-core has against the page: the rule, and the elements it is about."""
        self.value(axe.read_text(encoding="utf-8") + "; 0")
        wanted = json.dumps({"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
        found = self.value(f"axe.run(document, {wanted}).then(result => result.violations)")
        return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]

    def picture(self) -> bytes:
        """Return the whole page as PNG."""
        size = self.say("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 12_000), "scale": 1}
        shot = self.say("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
        return base64.b64decode(shot["data"])

    def printed(self) -> bytes:
        """Return the page as it is printed, as PDF."""
        return base64.b64decode(self.say("Page.printToPDF", preferCSSPageSize=True)["data"])


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """Yield a browser with a profile of its own."""
    command = find_chromium()
    assert command is not None
    with Browser(command, profile) as found:
        yield found
