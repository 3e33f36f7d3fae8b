// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "crypto/secret.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mangrove::deid {

/// Which original each pseudonym of a release stands for, of the columns whose pseudonyms are reversible.
/// GB/T 39725-2020 10.2 e to g: it stays inside the controller, secret, with a designated custodian. It holds
/// originals: seal it at once and never write it as it is.
struct CodeIndex {
    struct Column {
        std::string name;
        std::vector<std::pair<std::string, std::string>> codes; ///< code and original, ascending by code
    };
    std::vector<Column> columns;
};

/// The index as sealed boxes (crypto/sealed_box.h), one a line, of at most about 4 MiB each. The boxes are
/// numbered in their purpose, so that none can be left out or exchanged. `key`: 32 bytes.
[[nodiscard]] Result<std::string> sealCodeIndex(const CodeIndex& index, const crypto::SecretBytes& key,
                                                RandomSource& random);

/// An opened index. Originals are held in plain memory as long as it lives.
class CodeBook {
public:
    /// Errors of the boxes; kCodeIndexDamaged for a text that sealCodeIndex() did not make.
    [[nodiscard]] static Result<CodeBook> open(std::string_view sealed, const crypto::SecretBytes& key);
    CodeBook(CodeBook&&) = default;
    CodeBook& operator=(CodeBook&&) = default;
    CodeBook(const CodeBook&) = delete;
    CodeBook& operator=(const CodeBook&) = delete;
    /// Overwrites the originals.
    ~CodeBook();

    [[nodiscard]] bool hasColumn(std::string_view column) const;
    /// nullopt for a code that the release does not have.
    [[nodiscard]] std::optional<std::string> originalOf(std::string_view column, std::string_view code) const;

private:
    CodeBook() = default;
    std::unordered_map<std::string, std::unordered_map<std::string, std::string>> m_columns;
};

} // namespace mangrove::deid
