"""rashomon reconciles several reports of one story: who said what, according to whom, and where the accounts part."""
