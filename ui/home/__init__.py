"""The plans of this machine, and the ways to a new one."""
