# SPDX-License-Identifier: AGPL-3.0-or-later
"""The commands behind the Makefile: each module is one command, `python -m tools.<name>`.

They use plugins/; plugins/ never uses them.
"""
