// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/code_index.h"

#include "base/format.h"
#include "base/text.h"
#include "crypto/sealed_box.h"
#include "deid/errors.h"

#include <algorithm>

namespace mangrove::deid {

namespace {

constexpr std::size_t kBoxBytes = 4U << 20U;

std::string purposeOf(std::size_t box, std::size_t boxes) {
    return format("mangrove code index {}/{}", box, boxes);
}

/// Length, colon, text: any bytes may stand in a value.
void appendField(std::string& plain, std::string_view field) {
    plain += std::to_string(field.size());
    plain += ':';
    plain += field;
}

std::optional<std::string_view> takeField(std::string_view& plain) {
    std::size_t size = 0;
    std::size_t at = 0;
    while (at < plain.size() && at < 10 && plain[at] >= '0' && plain[at] <= '9')
        size = size * 10 + static_cast<std::size_t>(plain[at++] - '0');
    if (at == 0 || at >= plain.size() || plain[at] != ':' || plain.size() - at - 1 < size)
        return std::nullopt;
    const std::string_view field = plain.substr(at + 1, size);
    plain.remove_prefix(at + 1 + size);
    return field;
}

std::vector<crypto::SecretBytes> boxesOf(const CodeIndex& index) {
    std::vector<crypto::SecretBytes> boxes;
    std::string plain;
    const auto close = [&] {
        boxes.push_back(crypto::SecretBytes::copyOf(asBytes(plain)));
        crypto::wipe(plain);
    };
    for (const CodeIndex::Column& column : index.columns) {
        for (const auto& [code, original] : column.codes) {
            for (const std::string& field : {std::cref(column.name), std::cref(code), std::cref(original)})
                appendField(plain, field);
            if (plain.size() >= kBoxBytes)
                close();
        }
        // A column without any code is a column all the same.
        if (column.codes.empty()) {
            for (const std::string_view field :
                 {std::string_view(column.name), std::string_view(), std::string_view()})
                appendField(plain, field);
        }
    }
    if (!plain.empty() || boxes.empty())
        close();
    return boxes;
}

} // namespace

Result<std::string> sealCodeIndex(const CodeIndex& index, const crypto::SecretBytes& key,
                                  RandomSource& random) {
    const auto boxes = boxesOf(index);
    std::string sealed;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        MANGROVE_ASSIGN(const std::string box,
                        crypto::sealWithKey(boxes[i].view(), key, random, purposeOf(i + 1, boxes.size())));
        sealed += box;
        sealed += '\n';
    }
    return sealed;
}

Result<CodeBook> CodeBook::open(std::string_view sealed, const crypto::SecretBytes& key) {
    if (!sealed.empty() && sealed.back() == '\n')
        sealed.remove_suffix(1);
    const auto lines = split(sealed, '\n');
    CodeBook book;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        MANGROVE_ASSIGN(const crypto::SecretBytes opened,
                        crypto::unsealWithKey(lines[i], key, purposeOf(i + 1, lines.size())));
        std::string_view plain = asText(opened.view());
        while (!plain.empty()) {
            const auto column = takeField(plain);
            const auto code = column ? takeField(plain) : std::nullopt;
            const auto original = code ? takeField(plain) : std::nullopt;
            if (!original)
                return Error(errors::kCodeIndexDamaged, {std::to_string(i + 1)});
            auto& codes = book.m_columns[std::string(*column)];
            if (!code->empty())
                codes.emplace(*code, *original);
        }
    }
    return book;
}

CodeBook::~CodeBook() {
    for (auto& [name, codes] : m_columns) {
        for (auto& [code, original] : codes)
            crypto::wipe(original);
    }
}

bool CodeBook::hasColumn(std::string_view column) const {
    return m_columns.find(std::string(column)) != m_columns.end();
}

std::optional<std::string> CodeBook::originalOf(std::string_view column, std::string_view code) const {
    const auto codes = m_columns.find(std::string(column));
    if (codes == m_columns.end())
        return std::nullopt;
    const auto found = codes->second.find(std::string(code));
    return found == codes->second.end() ? std::nullopt : std::optional(found->second);
}

} // namespace mangrove::deid
