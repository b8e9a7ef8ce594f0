"""What leaves the checkout: the bundle, its notices and its bill of materials. None of it is in the wheel."""
