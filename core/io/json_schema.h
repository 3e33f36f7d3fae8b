// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "io/json_flattener.h"
#include "io/json_stream.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {

/// What a JSON text holds: one table, or in FHIR one for each type of resource, with all paths of its
/// objects. One thread.
class JsonSchema {
public:
    static constexpr std::size_t kMaxTables = 1000;

    struct Table {
        std::string type; ///< of the resources; empty where the text is no FHIR
        std::uint64_t rows = 0;
        std::unique_ptr<JsonFlattener> paths;
    };
    /// An object that makes a row, by token of its record's tape.
    struct Root {
        std::size_t object = 0;
        std::size_t fullUrl = 0; ///< of a Bundle's entry; 0 = none
        std::size_t table = 0;   ///< index of its table; npos = of none
    };

    explicit JsonSchema(std::size_t maxColumns) : m_maxColumns(maxColumns) {}

    /// Reads `stream` to its end (or to the end of its head where it is on hold) and learns every path.
    /// Records that are no proper objects are left to the reading. Errors: those of the stream,
    /// csv-too-many-columns.
    [[nodiscard]] Status learn(JsonStream& stream, const std::string& path, const RunContext& context);
    [[nodiscard]] std::vector<Table>& tables() { return m_tables; }
    [[nodiscard]] bool fhir() const { return m_fhir; }
    [[nodiscard]] bool bundles() const { return m_bundles; }

    /// The objects of a record that was parsed: itself, or the resources of the Bundle it is. `inBundle`: the
    /// record is an entry of one. Entries without a resource are counted in `without`.
    void rootsOf(std::string_view text, const JsonTape& tape, bool inBundle, std::vector<Root>& roots,
                 std::uint64_t& without);

private:
    void addRoot(std::string_view text, const JsonTape& tape, std::size_t object, std::size_t fullUrl,
                 std::vector<Root>& roots);
    void addEntry(std::string_view text, const JsonTape& tape, std::size_t entry, std::vector<Root>& roots,
                  std::uint64_t& without);

    std::size_t m_maxColumns;
    std::vector<Table> m_tables;
    bool m_decided = false;
    bool m_fhir = false;
    bool m_bundles = false;
    bool m_learning = true;
};

} // namespace mangrove::io
