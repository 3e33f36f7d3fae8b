// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/byte_source.h"

#include <memory>
#include <string>
#include <string_view>

namespace mangrove::io {

/// A source whose first bytes can be looked at before they are read, whether it is a file, a pipe or an
/// archive.
class PeekedSource final : public ByteSource {
public:
    explicit PeekedSource(std::unique_ptr<ByteSource> source) : m_source(std::move(source)) {}

    /// Up to `count` first bytes; before the first read(). Valid until then.
    [[nodiscard]] Result<std::string_view> peek(std::size_t count, const RunContext& context);

    [[nodiscard]] Result<std::size_t> read(std::span<char> into, const RunContext& context) override;
    [[nodiscard]] Status finish(const RunContext& context) override { return m_source->finish(context); }
    [[nodiscard]] std::uint64_t rawBytes() const override { return m_source->rawBytes(); }
    [[nodiscard]] std::uint64_t rawSize() const override { return m_source->rawSize(); }
    [[nodiscard]] std::string sha256() const override { return m_source->sha256(); }
    [[nodiscard]] std::string container() const override { return m_source->container(); }
    [[nodiscard]] std::string member() const override { return m_source->member(); }

private:
    std::unique_ptr<ByteSource> m_source;
    std::string m_head;
    std::size_t m_at = 0;
    std::uint64_t m_unreported = 0; ///< bytes of the file that the look cost: progress of the first read()
};

} // namespace mangrove::io
