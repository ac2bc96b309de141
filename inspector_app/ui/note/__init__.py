"""Everything one types into, with spelling; what is typed saves itself."""
