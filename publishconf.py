# SPDX-License-Identifier: AGPL-3.0-or-later
"""Only what differs in public: the address, and no sign of what is not confirmed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *
from plugins import public_address

SITEURL = public_address.site_url()
PREVIEW = False
