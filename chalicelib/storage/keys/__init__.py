"""Every key of the table, and nowhere else.

Each function returns the key of one kind of item and shows one rendered in its docstring. Every
partition key begins with the district. Parts that come from outside (OneRoster and CASE
identifiers) are escaped, so that none can forge a separator.

Each key is named once, where it is made: this package has all that its modules have.
"""

from __future__ import annotations

from .acts import *
from .classroom import *
from .distributions import *
from .mail import *
from .people import *
from .shape import *
from .standards import *
from .teams import *
