"""The types that cross the borders between stages: frozen, slotted, standard library only."""
