"""Chromium without a window, driven by Selenium; Debian packages both it and its driver."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from selenium.webdriver.remote.webelement import WebElement

MISSING = (
    "No Chromium here, so the evidence page is not tested in a browser; "
    "on Debian: apt-get install chromium chromium-driver"
)


class Window:
    """A window of the browser: what a reader does in it, and what a watcher finds out."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def size(self, width: int, height: int = 800) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def media(self, kind: str = "", **features: str) -> None:
        wanted = [{"name": name.replace("_", "-"), "value": v} for name, v in features.items()]
        still = {"name": "prefers-reduced-motion", "value": "reduce"}
        media = {"media": kind, "features": [still, *wanted]}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)

    def script(self, *, runs: bool) -> None:
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not runs})

    def open(self, path: Path, name: str = "") -> None:
        self.driver.get("about:blank")
        self.told()  # what was told before does not count
        self.driver.get(f"{path.as_uri()}{name}")

    def find(self, css: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def all(self, css: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def run(self, code: str, *arguments: object) -> Any:
        return self.driver.execute_script(code, *arguments)

    def until(self, condition: Callable[[], object], why: str = "") -> Any:
        return WebDriverWait(self.driver, 20, poll_frequency=0.05).until(lambda _: condition(), why)

    def in_view(self, css: str) -> bool:
        """Whether the middle of an element can be seen and clicked on."""
        return bool(
            self.run(
                "const one = document.querySelector(arguments[0]);"
                "const box = one?.getClientRects()[0];"
                "if (!box) return false;"
                "const top = document.elementFromPoint(box.x + box.width / 2, box.y + 4);"
                "return one.contains(top);",
                css,
            )
        )

    def focused(self) -> str:
        """The name of what has the focus."""
        return str(self.run("return document.activeElement.id"))

    def told(self) -> tuple[list[str], list[str]]:
        """What the console said and what was asked for since the last look; not the page itself.

        What the page's policy stops is not asked for, and the console says so.
        """
        console = [str(entry["message"]) for entry in self.driver.get_log("browser")]
        asked: dict[str, str] = {}
        for entry in self.driver.get_log("performance"):
            event = json.loads(entry["message"])["message"]
            about = event["params"]
            if event["method"] in ("Network.requestWillBeSent", "Network.webSocketCreated"):
                asked[about["requestId"]] = about.get("request", about)["url"]
            elif event["method"] == "Network.loadingFailed" and about.get("blockedReason") == "csp":
                del asked[about["requestId"]]
        own = ("file:", "about:", "data:")
        return console, [url for url in asked.values() if not url.startswith(own)]


def window() -> Iterator[Window]:
    """Give a window; skip, and say how to get a browser, where there is none."""
    found = [shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")]
    binary, driver = next(filter(None, found), None), shutil.which("chromedriver")
    if not binary or not driver:
        pytest.skip(MISSING)
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    options.add_argument("--headless=new")
    options.add_argument("--disable-dev-shm-usage")
    # A mouse, which a machine without a screen may not have.
    mouse = "primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4"
    options.add_argument(f"--blink-settings={mouse}")
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")  # Chromium's own does not work for root
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    try:
        started = webdriver.Chrome(options=options, service=Service(driver))
    except WebDriverException as problem:
        pytest.skip(f"{binary} does not start ({str(problem.msg).splitlines()[0]}). {MISSING}")
    try:
        yield Window(started)
    finally:
        started.quit()
