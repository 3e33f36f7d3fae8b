// SPDX-License-Identifier: GPL-3.0-or-later
#include "passphrase.h"

#include "base/file.h"
#include "base/text.h"
#include "errors.h"

#include <cstdio>
#include <cstdlib>
#include <termios.h>
#include <unistd.h>

namespace mangrove::cli {

namespace {

/// Silences the terminal's echo while it lives.
class EchoOff {
public:
    EchoOff() {
        m_active = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (m_active) {
            termios quiet = m_before;
            quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }
    ~EchoOff() {
        if (m_active)
            (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;

private:
    termios m_before{};
    bool m_active = false;
};

std::string_view firstLine(std::string_view text) {
    text = text.substr(0, text.find('\n'));
    if (!text.empty() && text.back() == '\r')
        text.remove_suffix(1);
    return text;
}

Result<crypto::SecretText> nonEmpty(std::string_view text) {
    if (text.empty())
        return Error(errors::kPassphraseEmpty);
    return crypto::SecretText(text);
}

} // namespace

void PassphraseSource::addTo(CLI::App& command, const std::string& prefix) {
    auto* const fileOption =
        command
            .add_option("--" + prefix + "passphrase-file", file, "File whose first line is the passphrase")
            ->type_name("FILE");
    command
        .add_option("--" + prefix + "passphrase-env", environment,
                    "Environment variable that holds the passphrase")
        ->type_name("NAME")
        ->excludes(fileOption);
}

Result<crypto::SecretText> PassphraseSource::read(const std::string& prompt) const {
    constexpr std::uint64_t kLongest = 4096;
    if (!file.empty()) {
        MANGROVE_ASSIGN(std::string text, readFile(file, kLongest));
        auto secret = nonEmpty(firstLine(text));
        crypto::wipe(text);
        return secret;
    }
    if (!environment.empty()) {
        const char* value = std::getenv(environment.c_str());
        if (value == nullptr)
            return Error(errors::kPassphraseVariable, {environment});
        return nonEmpty(value);
    }
    if (isatty(STDIN_FILENO) != 1)
        return Error(errors::kPassphraseMissing);
    (void)std::fputs((prompt + ": ").c_str(), stderr);
    std::string buffer(kLongest, '\0');
    {
        const EchoOff quiet;
        if (std::fgets(buffer.data(), static_cast<int>(buffer.size()), stdin) == nullptr)
            return Error(errors::kPassphraseEmpty);
    }
    (void)std::fputs("\n", stderr);
    auto secret = nonEmpty(firstLine(buffer.data()));
    crypto::wipe(buffer);
    return secret;
}

} // namespace mangrove::cli
