// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include "base/format.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <mutex>
#include <nlohmann/json.hpp>
#include <pthread.h>
#include <thread>
#include <unistd.h>

namespace mangrove::cli {

namespace {

/// Columns a text takes on a terminal: East Asian wide and full-width code points take two.
std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF)
                          || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF)
                          || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60)
                          || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
        width += wide ? 2 : 1;
    }
    return width;
}

nlohmann::ordered_json toJson(const Error& error) {
    nlohmann::ordered_json json{{"code", error.code()}, {"message", error.message()}, {"args", error.args()}};
    if (!error.at().file.empty()) {
        json["at"]["file"] = error.at().file;
        if (error.at().line > 0)
            json["at"]["line"] = error.at().line;
        if (error.at().column > 0)
            json["at"]["column"] = error.at().column;
    }
    if (error.cause() != nullptr)
        json["cause"] = toJson(*error.cause());
    return json;
}

void writeAll(std::FILE* stream, std::string_view text) {
    (void)std::fwrite(text.data(), 1, text.size(), stream);
}

std::string progressLine(const Progress& progress) {
    const auto done = progress.done.load(std::memory_order_relaxed);
    const auto total = progress.total.load(std::memory_order_relaxed);
    const char* phase = progress.phase.load(std::memory_order_relaxed);
    if (total == 0)
        return format("{} {}", phase, done);
    return format("{} {} %", phase, std::min<std::uint64_t>(100, done * 100 / total));
}

/// Draws the progress until it is told to stop, first after 300 ms so that quick commands stay silent.
void drawProgress(const std::stop_token& finished, const Progress& progress) {
    using namespace std::chrono_literals;
    std::mutex mutex;
    std::condition_variable_any stopping;
    std::unique_lock lock(mutex);
    bool drawn = false;
    for (auto pause = 300ms; !stopping.wait_for(lock, finished, pause, [] { return false; }); pause = 200ms) {
        if (finished.stop_requested())
            break;
        writeAll(stderr, "\r\033[K" + progressLine(progress));
        drawn = true;
    }
    if (drawn)
        writeAll(stderr, "\r\033[K");
}

/// Ctrl+C and a termination request, and the signal that ends the watch.
sigset_t watchedSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGUSR1})
        sigaddset(&signals, signal);
    return signals;
}

/// Turns Ctrl+C and a termination request into a stop request while it lives. The signals are blocked in
/// every thread and taken by one of its own, because nothing useful may be called from a signal handler.
class SignalWatch {
public:
    SignalWatch() : m_signals(watchedSignals()) {
        pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
        m_thread = std::thread([this] { watch(); });
    }
    ~SignalWatch() {
        pthread_kill(m_thread.native_handle(), SIGUSR1); // so that a quick command does not wait for it
        m_thread.join();
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    void watch() {
        for (;;) {
            const int signal = sigwaitinfo(&m_signals, nullptr);
            if (signal == SIGUSR1)
                return;
            if (signal > 0)
                m_stop.request_stop();
        }
    }

    sigset_t m_signals;
    sigset_t m_before{};
    std::stop_source m_stop;
    std::thread m_thread;
};

} // namespace

void Terminal::print(std::string_view text) const {
    writeAll(stdout, text);
    if (text.empty() || text.back() != '\n')
        writeAll(stdout, "\n");
}

void Terminal::printTable(const std::vector<std::vector<std::string>>& rows) const {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(row[i]));
    }
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size())
                line.append(widths[i] - displayWidth(row[i]) + 2, ' ');
        }
        print(line);
    }
}

void Terminal::note(std::string_view text) const {
    writeAll(stderr, text);
    writeAll(stderr, "\n");
}

void Terminal::fail(const Error& error) const {
    if (m_json) {
        print(errorJson(error));
        return;
    }
    std::string text = format("mangrove: {} [{}]", error.message(), error.code());
    if (!error.at().file.empty()) {
        text += "\n  at " + error.at().file;
        if (error.at().line > 0)
            text += format(":{}", error.at().line);
        if (error.at().column > 0)
            text += format(":{}", error.at().column);
    }
    for (const Error* cause = error.cause(); cause != nullptr; cause = cause->cause())
        text += format("\n  because: {} [{}]", cause->message(), cause->code());
    note(text);
}

std::string errorJson(const Error& error) {
    const nlohmann::ordered_json json{{"error", toJson(error)}};
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Result<int> runWatched(const std::function<Result<int>(const RunContext&)>& work) {
    const SignalWatch watch;
    Progress progress;
    std::jthread painter;
    if (isatty(STDERR_FILENO) == 1)
        painter =
            std::jthread([&progress](const std::stop_token& finished) { drawProgress(finished, progress); });
    return work(RunContext{watch.token(), &progress});
}

} // namespace mangrove::cli
