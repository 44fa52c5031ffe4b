"""One person on one day: situation, routes, ranks, decision."""
