// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile/column_relations.h"
#include "terminal.h"

namespace mangrove::cli {

/// The relations of a table's columns for people: the strongest of each kind and how many more there are.
void printRelations(const Terminal& terminal, const profile::ColumnRelations& relations);

/// Notes what was left out of the relations; what the reader warns of was noted with the profile.
void noteLeftOut(const Terminal& terminal, const profile::ColumnRelations& relations);

} // namespace mangrove::cli
