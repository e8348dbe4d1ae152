"""Articles on the web: fetched politely, from public addresses only, and feeds that list them."""
