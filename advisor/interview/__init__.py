"""The interview without a window: route, relevance, draft."""
