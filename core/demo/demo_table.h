// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "base/random.h"
#include "demo/demo_manifest.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace mangrove::demo {

/// The defects that are planted; toText() is the word in the manifest.
enum class Defect : std::uint8_t {
    None,
    MissingValue,
    WrongCheckDigit,
    ImpossibleDate,
    DuplicateKey,
    DischargeBeforeAdmission,
    OutOfRange,
    FullWidthDigits,
    TrailingBlanks
};
[[nodiscard]] std::string_view toText(Defect defect);

struct DefectCount {
    Defect defect = Defect::None;
    std::uint64_t count = 0;
};

/// One CSV extract being written, with the manifest entries that belong to it. One thread.
class DemoTable {
public:
    /// `columns` must outlive the object; the manifest too.
    [[nodiscard]] static Result<DemoTable> create(const std::filesystem::path& file, std::string_view name,
                                                  std::span<const DemoColumn> columns,
                                                  DemoManifest& manifest);

    /// Which defect each of `records` gets, from record 0: as many of each kind as `plan` says. DuplicateKey
    /// means that the record is written twice. Precondition: the counts fit well below `records`.
    [[nodiscard]] static std::vector<Defect>
    planDefects(std::uint64_t records, std::span<const DefectCount> plan, RandomSource& random);

    /// The row about to be written, counting from 1, and the physical line where it will start.
    [[nodiscard]] std::uint64_t row() const { return m_row + 1; }
    [[nodiscard]] std::uint64_t line() const { return m_line; }
    /// Notes a defect or a planted identifier in the row about to be written.
    void note(Defect defect, std::size_t column);
    void note(const DemoEntity& entity, std::size_t column);
    /// Spoils `cell` as `defect` says and notes it. Precondition: the defect changes one cell.
    void spoil(Defect defect, std::size_t column, std::string& cell);
    /// One cell for each column, in order.
    [[nodiscard]] Status write(std::span<const std::string> cells);
    [[nodiscard]] Status finish();

private:
    DemoTable(OutputFile output, std::string_view name, std::span<const DemoColumn> columns,
              DemoManifest& manifest);
    void appendCell(std::string_view cell);

    OutputFile m_output;
    std::string_view m_name;
    std::span<const DemoColumn> m_columns;
    DemoManifest* m_manifest;
    std::string m_buffer;
    std::uint64_t m_row = 0;
    std::uint64_t m_line = 2;
};

} // namespace mangrove::demo
