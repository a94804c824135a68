"""Cases: opened, raised, claimed, answered, closed; what staff may do."""
