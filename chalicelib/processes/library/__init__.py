"""The library: locked processes of a district, searched, and begun again from."""
