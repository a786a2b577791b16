"""The console's tests stand on the cloud of the API's."""

from tests.api.conftest import cloud

__all__ = ["cloud"]
