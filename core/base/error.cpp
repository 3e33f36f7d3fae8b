// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <utility>

namespace mangrove {

int exitCode(ErrorKind kind) {
    return static_cast<int>(kind) + 1;
}

Error::Error(const ErrorInfo& info, std::vector<std::string> args, Location at)
    : m_info(&info), m_args(std::move(args)), m_at(std::move(at)) {}

Error Error::withCause(Error cause) const {
    Error result = *this;
    result.m_cause = std::make_shared<const Error>(std::move(cause));
    return result;
}

Error Error::withLocation(Location at) const {
    Error result = *this;
    result.m_at = std::move(at);
    return result;
}

std::string Error::message() const {
    return fillPlaceholders(m_info->text, m_args);
}

std::string fillPlaceholders(std::string_view text, const std::vector<std::string>& args) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '0'
            && text[i + 1] <= '9') {
            const auto index = static_cast<std::size_t>(text[i + 1] - '0');
            if (index < args.size()) {
                result += args[index];
                i += 2;
                continue;
            }
        }
        result += text[i];
    }
    return result;
}

} // namespace mangrove
