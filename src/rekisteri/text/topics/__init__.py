"""What a notice says, topic by topic; each function yields the blocks of one section, none if the register is silent."""
