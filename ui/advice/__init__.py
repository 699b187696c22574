"""The advice page: what may help, what may harm, why, how sure, and what to do about it."""
