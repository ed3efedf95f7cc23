#pragma once
/// Descriptors of files and pipes, as values.

namespace ccm {

/// A descriptor that is closed with its owner.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor() { close(); }
  void close();
  [[nodiscard]] int number() const { return number_; }  // -1 when closed

 private:
  int release();
  int number_ = -1;
};

}  // namespace ccm
