// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace mangrove::demo {

/// The truth about a column.
struct DemoColumn {
    std::string_view name;
    std::string_view identifier; ///< id of classify::identifierKinds(), or empty
    std::string_view cls;        ///< "direct", "quasi"… as in cli.md
    bool optional = false;       ///< empty cells are no defect here
};

/// An identifier planted in free text. start and end count code points, half-open.
struct DemoEntity {
    std::string_view type; ///< id of classify::identifierKinds()
    std::uint64_t start = 0;
    std::uint64_t end = 0;
    std::string text;
};

/// Collects manifest.json (its form stands in demo/generator.h). One thread.
class DemoManifest {
public:
    void addTable(std::string_view name, std::string_view file, std::uint64_t rows, std::string_view key,
                  std::span<const DemoColumn> columns);
    void addDefect(std::string_view table, std::uint64_t row, std::uint64_t line, std::string_view column,
                   std::string_view defect);
    void addEntity(std::string_view table, std::uint64_t row, std::uint64_t line, std::string_view column,
                   const DemoEntity& entity);
    [[nodiscard]] Status write(const std::filesystem::path& file, std::uint64_t seed,
                               std::string_view organisation) const;

private:
    std::string m_tables;
    std::string m_defects;
    std::string m_entities;
    std::map<std::string, std::map<std::string, std::uint64_t>> m_counts;
};

} // namespace mangrove::demo
