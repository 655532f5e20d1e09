"""Who left a shared copy is forgotten in time, and their memory given back to the system."""

import asyncio
import ctypes
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import streamlit as st
from streamlit import runtime
from streamlit.runtime.fragment import MemoryFragmentStorage
from streamlit.runtime.state import SessionState

FORGETS_EVERY_SECONDS = 5


def forget_the_absent() -> None:
    """Drop now whoever has been away too long, and give their memory back to the system.

    Streamlit keeps a page for its visitor's return, and drops it only when somebody else leaves.
    """
    if _emptied():
        gc.collect()
        with suppress(AttributeError):  # only some C libraries hold memory back
            ctypes.CDLL(None).malloc_trim(0)


def _emptied() -> int:
    """How many have been away too long; nothing is left of what their pages held.

    Streamlit's loop stays in reach of the last visitor's session until somebody else comes, so it
    is emptied, not only let go. In a function of its own, which is in reach of nobody afterwards.
    """
    manager = runtime.get_instance()._session_mgr  # the storage has no public way to it
    absent = manager._session_storage._cache.expire()  # type: ignore[attr-defined] # likewise
    for _, left in absent:
        left.session.shutdown()
        # Streamlit has no public way to these either: what was entered, and the sheet it was about.
        left.session._session_state = SessionState()
        left.session._fragment_storage = MemoryFragmentStorage()
    return len(absent)


@asynccontextmanager
async def forgetting(_: st.App) -> AsyncIterator[None]:
    """For as long as the server runs."""

    async def now_and_then() -> None:
        while True:
            await asyncio.sleep(FORGETS_EVERY_SECONDS)
            forget_the_absent()

    task = asyncio.create_task(now_and_then())
    yield
    task.cancel()
