"""QGIS's network settings for the core's requests."""

from __future__ import annotations

from urllib.parse import quote

from qgis.core import QgsSettings

from ..core.errors import InputError
from ..core.remote.client import ServerOptions

_WEB_PROXIES = {"HttpProxy", "HttpCachingProxy"}


def server_options() -> ServerOptions:
    """Return how to ask servers: through the proxy of QGIS's options, where one is set there.

    Raises
    ------
    InputError
        Where QGIS is set to a kind of proxy that only QGIS itself can use.
    """
    settings = QgsSettings()
    if not settings.value("proxy/proxyEnabled", False, type=bool):
        return ServerOptions()
    kind = str(settings.value("proxy/proxyType", "DefaultProxy"))
    host, port = str(settings.value("proxy/proxyHost", "") or ""), str(settings.value("proxy/proxyPort", "") or "")
    if kind == "DefaultProxy" or not host:
        return ServerOptions()
    if kind not in _WEB_PROXIES:
        raise InputError(
            f"QGIS uses a proxy of the kind {kind}, which fetching cannot: choose HttpProxy or DefaultProxy in "
            "Settings > Options > Network."
        )
    user, word = str(settings.value("proxy/proxyUser", "") or ""), str(settings.value("proxy/proxyPassword", "") or "")
    login = f"{quote(user, safe='')}:{quote(word, safe='')}@" if user else ""
    return ServerOptions(proxy=f"http://{login}{host}{':' + port if port else ''}")
