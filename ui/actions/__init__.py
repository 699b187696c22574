"""The actions page: what to do, by whom and by when, stage by stage."""
