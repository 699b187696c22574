"""What the program is made of besides its own code: known faults, a list of parts, licences."""
