namespace KoreXo;

/// <summary>
/// A member of an update that may be left unchanged, set, or cleared: not set, a value, or <see langword="null"/>.
/// </summary>
/// <typeparam name="T">The type of the member, with its nullability.</typeparam>
/// <param name="value">The value; <see langword="null"/> clears the member.</param>
/// <remarks>
/// Assign the value itself, as in <c>Due = null</c>; members that are not assigned are not sent. C# does not convert interfaces implicitly,
/// so wrap a list: <c>Tags = new(["a", "b"])</c>. For a conditional assignment, use <c>default</c>:
/// <c>Due = isChanged ? new(due) : default</c>.
/// </remarks>
public readonly struct Optional<T>(T value) : IEquatable<Optional<T>>
{
    /// <summary>Gets a value indicating whether the member is set, even to <see langword="null"/>.</summary>
    public bool IsSet { get; } = true;

    /// <summary>Gets the value; the default value if the member is not set.</summary>
    public T Value { get; } = value;

    /// <summary>Converts a value to a member that is set.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Compares two members.</summary>
    /// <param name="left">The first member.</param>
    /// <param name="right">The second member.</param>
    /// <returns>Whether both are not set, or set to equal values.</returns>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Compares two members.</summary>
    /// <param name="left">The first member.</param>
    /// <param name="right">The second member.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => IsSet == other.IsSet && EqualityComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSet, Value);

    /// <summary>Returns the value as a string, <c>null</c>, or <c>not set</c>.</summary>
    /// <returns>The string.</returns>
    public override string ToString() => IsSet ? Value?.ToString() ?? "null" : "not set";
}
