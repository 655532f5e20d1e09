"""The page behind its guards, started by `python -m advisor serve`.

What a visitor enters lives as long as their page is open and in no file; every answer carries
headers under which a browser runs and fetches nothing that does not come from this server.
"""

import os
import sys
from argparse import Namespace
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from advisor import Hosting
from advisor.serve.forgetting import forgetting
from advisor.serve.guards import Closed, Uploads, Visitors
from advisor.serve.headers import StrictHeaders

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
"""The page; it stands beside the package."""


def page(bounds: Hosting, names: tuple[str, ...]) -> st.App:
    """The page behind its guards, as an ASGI application.

    names  of the hosts it may be asked by; `*` is any
    """
    guards = [
        Middleware(StrictHeaders),
        Middleware(TrustedHostMiddleware, allowed_hosts=list(names), www_redirect=False),
        Middleware(Closed),
        Middleware(Visitors, bounds=bounds),
        Middleware(Uploads, bounds=bounds),
    ]
    return st.App(DASHBOARD, middleware=guards, lifespan=forgetting)


def settings(arguments: Namespace, bounds: Hosting) -> dict[str, object]:
    """Streamlit's own settings, whatever a file of settings says."""
    return {
        "server.address": arguments.address,
        "server.port": arguments.port,
        "server.headless": True,
        "server.allowedHosts": list(arguments.host),
        "server.enableCORS": True,
        "server.enableXsrfProtection": True,
        "server.fileWatcherType": "none",
        "server.maxUploadSize": bounds.upload_mb,
        "server.maxMessageSize": bounds.upload_mb,
        "server.disconnectedSessionTTL": bounds.away_seconds,
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
        "client.toolbarMode": "viewer",
        "client.disableDataExport": True,
    }


def serve(arguments: Namespace) -> int:
    """Serve the page until it is stopped."""
    bounds = Hosting(
        visitors=arguments.visitors, rows=arguments.rows, upload_mb=arguments.upload_mb
    )
    os.environ.update({"ADVISOR_JOURNAL": "off", **bounds.environment})
    app = page(bounds, tuple(arguments.host))
    sys.argv = [str(DASHBOARD)]  # Streamlit looks for its settings beside the script it is told
    app.run(config=settings(arguments, bounds))
    return 0
