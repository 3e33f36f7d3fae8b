// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/secret.h"

#include "crypto/digest.h"

#include <cstring>
#include <new>
#include <utility>

#include <openssl/crypto.h>
#include <sys/mman.h>
#include <unistd.h>

namespace mangrove::crypto {

namespace {

std::size_t wholePages(std::size_t size) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return (size + page - 1) / page * page;
}

} // namespace

SecretBytes::SecretBytes(std::size_t size) {
    if (size == 0)
        return;
    // mlock works on pages and does not nest: a page shared with other data would be unlocked with the first
    // of them, so each secret has pages of its own.
    const std::size_t mapped = wholePages(size);
    void* pages = mmap(nullptr, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        throw std::bad_alloc();
    // Both are best effort: a low RLIMIT_MEMLOCK must not keep anybody from working.
    static_cast<void>(mlock(pages, mapped));
#ifdef MADV_DONTDUMP
    static_cast<void>(madvise(pages, mapped, MADV_DONTDUMP));
#endif
    m_data = static_cast<std::uint8_t*>(pages);
    m_size = size;
    m_mapped = mapped;
}

SecretBytes SecretBytes::copyOf(ByteView bytes) {
    SecretBytes secret(bytes.size());
    if (!bytes.empty())
        std::memcpy(secret.data(), bytes.data(), bytes.size());
    return secret;
}

SecretBytes SecretBytes::random(std::size_t size, RandomSource& random) {
    SecretBytes secret(size);
    random.fill({secret.data(), secret.size()});
    return secret;
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)),
      m_mapped(std::exchange(other.m_mapped, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    if (this != &other) {
        release();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_mapped = std::exchange(other.m_mapped, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes() {
    release();
}

void SecretBytes::truncate(std::size_t size) {
    if (size >= m_size)
        return;
    OPENSSL_cleanse(m_data + size, m_size - size);
    m_size = size;
}

void SecretBytes::release() noexcept {
    if (m_data == nullptr)
        return;
    OPENSSL_cleanse(m_data, m_mapped);
    munmap(m_data, m_mapped);
    m_data = nullptr;
    m_size = 0;
    m_mapped = 0;
}

bool operator==(const SecretBytes& a, const SecretBytes& b) {
    return equalConstantTime(a.view(), b.view());
}

void wipe(std::string& text) {
    text.resize(text.capacity());
    OPENSSL_cleanse(text.data(), text.size());
    text.clear();
}

void wipe(Bytes& bytes) {
    bytes.resize(bytes.capacity());
    OPENSSL_cleanse(bytes.data(), bytes.size());
    bytes.clear();
}

} // namespace mangrove::crypto
