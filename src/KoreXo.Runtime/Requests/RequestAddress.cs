using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace KoreXo.Runtime;

/// <summary>
/// Builds the path and query of a request. A value cannot leave its place: everything except the unreserved characters of RFC 3986 is
/// percent-encoded as UTF-8.
/// </summary>
/// <remarks>
/// Starts in the caller's buffer and continues in a rented one. <see cref="ToString"/> completes the address and returns the rented
/// buffer; call it once.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1815", Justification = "A ref struct cannot be compared.")]
public ref partial struct RequestAddress
{
    private const string Hex = "0123456789ABCDEF";

    private static readonly SearchValues<char> Unreserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    );

    // Excludes those that would end the value, or that forms decode (& # +), and the brackets of an IPv6 address.
    private static readonly SearchValues<char> ReservedToo = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/?:@!$'()*,;="
    );

    private Span<char> _buffer;
    private char[]? _rented;
    private int _length;
    private bool _hasQuery;

    /// <summary>Initializes a new instance of the <see cref="RequestAddress"/> struct.</summary>
    /// <param name="buffer">A stack-allocated buffer, large enough for a typical address.</param>
    public RequestAddress(Span<char> buffer) => _buffer = buffer;

    /// <summary>Appends literal text of the path template unchanged.</summary>
    /// <param name="text">The text.</param>
    public void Literal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text.CopyTo(Take(text.Length));
        _hasQuery |= text.Contains('?', StringComparison.Ordinal);
    }

    /// <summary>Appends a query parameter.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; <see langword="null"/> omits the parameter.</param>
    /// <exception cref="ArgumentException">The value is not well-formed Unicode.</exception>
    public void Query(string name, string? value)
    {
        if (value is not null)
        {
            Key(name);
            Escape(value, name);
        }
    }

    /// <summary>Appends a query parameter.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; <see langword="null"/> omits the parameter.</param>
    public void Query(string name, long? value)
    {
        if (value is { } number)
        {
            Key(name);
            Number(number);
        }
    }

    /// <summary>Appends a query parameter.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; <see langword="null"/> omits the parameter.</param>
    /// <exception cref="ArgumentException">The value is infinite or NaN.</exception>
    public void Query(string name, double? value)
    {
        if (value is { } number)
        {
            Query(
                name,
                double.IsFinite(number)
                    ? number.ToString("R", CultureInfo.InvariantCulture)
                    : throw new ArgumentException("The value must be a finite number.", name)
            );
        }
    }

    /// <summary>Appends a query parameter, as <c>true</c> or <c>false</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; <see langword="null"/> omits the parameter.</param>
    public void Query(string name, bool? value) =>
        Query(
            name,
            value switch
            {
                true => "true",
                false => "false",
                null => null,
            }
        );

    /// <summary>Appends a query parameter, in ISO 8601 and UTC.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; <see langword="null"/> omits the parameter.</param>
    public void Query(string name, DateTimeOffset? value) => Query(name, value is { } time ? IsoTime.Text(time) : null);

    /// <summary>Appends a query parameter, as <c>yyyy-MM-dd</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; <see langword="null"/> omits the parameter.</param>
    public void Query(string name, DateOnly? value) => Query(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Appends a query parameter once for each value.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values; <see langword="null"/> or empty omits the parameter.</param>
    /// <exception cref="ArgumentException">A value is <see langword="null"/> or not well-formed Unicode.</exception>
    public void Query(string name, IReadOnlyList<string>? values)
    {
        for (var index = 0; index < (values?.Count ?? 0); index++)
        {
            Query(name, values![index] ?? throw new ArgumentException("The list contains null.", name));
        }
    }

    /// <summary>Appends a query parameter once for each value.</summary>
    /// <typeparam name="T">The type of the values, which are sent in their string form.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="values">The values; <see langword="null"/> or empty omits the parameter.</param>
    public void Query<T>(string name, IReadOnlyList<T>? values)
        where T : struct
    {
        for (var index = 0; index < (values?.Count ?? 0); index++)
        {
            Query(name, ParameterText.FormatAny(values![index]));
        }
    }

    /// <summary>Appends a query parameter with several values.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="values">The values; <see langword="null"/> or empty omits the parameter.</param>
    /// <param name="separator">The separator between values: a comma is not escaped, anything else is.</param>
    /// <exception cref="ArgumentException">A value is not well-formed Unicode.</exception>
    public void Query<T>(string name, IReadOnlyList<T>? values, string separator)
    {
        for (var index = 0; index < (values?.Count ?? 0); index++)
        {
            if (index == 0)
            {
                Key(name);
            }
            else if (separator == ",")
            {
                Literal(separator);
            }
            else
            {
                Escape(separator, name);
            }

            Escape(ParameterText.FormatAny(values![index]), name);
        }
    }

    /// <summary>Appends a string that is the whole query, without a name.</summary>
    /// <param name="value">The string; <see langword="null"/> omits the query.</param>
    /// <param name="name">The name of the parameter, for messages.</param>
    /// <exception cref="ArgumentException">The value is not well-formed Unicode.</exception>
    public void WholeQuery(string? value, string name)
    {
        if (value is not null)
        {
            Take(1)[0] = _hasQuery ? '&' : '?';
            _hasQuery = true;
            Escape(value, name);
        }
    }

    /// <summary>Appends a query parameter in which reserved characters such as <c>/</c> and <c>:</c> are not escaped.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; <see langword="null"/> omits the parameter.</param>
    /// <exception cref="ArgumentException">The value is not well-formed Unicode.</exception>
    public void Reserved(string name, string? value)
    {
        if (value is not null)
        {
            Key(name);
            Escape(value, name, ReservedToo);
        }
    }

    /// <summary>Appends a query parameter with several values in which reserved characters are not escaped.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="values">The values; <see langword="null"/> or empty omits the parameter.</param>
    /// <param name="separator">The separator between values; <see langword="null"/> to append each value as a separate parameter.</param>
    /// <exception cref="ArgumentException">A value is not well-formed Unicode.</exception>
    public void Reserved<T>(string name, IReadOnlyList<T>? values, string? separator)
    {
        if (separator is not null)
        {
            Reserved(name, JoinAny(values, separator));
            return;
        }

        for (var index = 0; index < (values?.Count ?? 0); index++)
        {
            Reserved(name, ParameterText.FormatAny(values![index]));
        }
    }

    /// <summary>Appends an object or list, spread over query parameters.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="codec">The codec of the type.</param>
    /// <param name="style">How it is spread.</param>
    public void Spread<T>(string name, T value, JsonCodec<T> codec, ParameterStyle style)
    {
        // A ref struct cannot be captured by a lambda, so the pairs are collected first.
        var pairs = new List<KeyValuePair<string, string>>();
        using (var document = ParameterText.Parse(value, codec))
        {
            if (style == ParameterStyle.Comma && ParameterText.Parts(document.RootElement) is { } parts)
            {
                Query(name, parts, ",");
                return;
            }

            ParameterText.Spread(name, document.RootElement, style, (key, text) => pairs.Add(new(key, text)));
        }

        foreach (var (key, text) in pairs)
        {
            Query(key, text);
        }
    }

    /// <summary>Joins the values of a list.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="values">The values.</param>
    /// <param name="separator">The separator between values.</param>
    /// <returns>The string; <see langword="null"/> if there is no list.</returns>
    [return: NotNullIfNotNull(nameof(values))]
    public static string? Join<T>(IReadOnlyList<T>? values, string separator)
    {
        var texts = new string[values?.Count ?? 0];
        for (var index = 0; index < texts.Length; index++)
        {
            texts[index] = ParameterText.FormatAny(values![index]);
        }

        return values is null ? null : string.Join(separator, texts);
    }

    /// <summary>Joins the values of a list, if there are any.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="values">The values.</param>
    /// <param name="separator">The separator between values.</param>
    /// <returns>The string; <see langword="null"/> if there is no list or it is empty.</returns>
    public static string? JoinAny<T>(IReadOnlyList<T>? values, string separator) =>
        values is { Count: > 0 } ? Join(values, separator) : null;

    /// <summary>Completes and returns the address.</summary>
    /// <returns>The path and query, escaped.</returns>
    public override string ToString()
    {
        var text = new string(_buffer[.._length]);
        var rented = _rented;
        this = default;
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return text;
    }

    private void Key(string name)
    {
        Take(1)[0] = _hasQuery ? '&' : '?';
        _hasQuery = true;
        Escape(name, nameof(name));
        Take(1)[0] = '=';
    }

    private void Number(long value)
    {
        Span<char> digits = stackalloc char[20];
        value.TryFormat(digits, out var written, provider: CultureInfo.InvariantCulture);
        digits[..written].CopyTo(Take(written));
    }

    private void Escape(ReadOnlySpan<char> rest, string name) => Escape(rest, name, Unreserved);

    private void Escape(ReadOnlySpan<char> rest, string name, SearchValues<char> kept)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (true)
        {
            var plain = rest.IndexOfAnyExcept(kept);
            if (plain < 0)
            {
                rest.CopyTo(Take(rest.Length));
                return;
            }

            rest[..plain].CopyTo(Take(plain));
            rest = rest[plain..];
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != OperationStatus.Done)
            {
                throw new ArgumentException("The value is not well-formed Unicode: it contains an unpaired surrogate.", name);
            }

            rest = rest[used..];
            var escaped = Take(3 * rune.EncodeToUtf8(utf8));
            for (var index = 0; index < escaped.Length / 3; index++)
            {
                escaped[3 * index] = '%';
                escaped[(3 * index) + 1] = Hex[utf8[index] >> 4];
                escaped[(3 * index) + 2] = Hex[utf8[index] & 15];
            }
        }
    }

    private Span<char> Take(int count)
    {
        if (count > _buffer.Length - _length)
        {
            Grow(count);
        }

        var room = _buffer.Slice(_length, count);
        _length += count;
        return room;
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + count, 2 * _buffer.Length));
        _buffer[.._length].CopyTo(larger);
        if (_rented is not null)
        {
            ArrayPool<char>.Shared.Return(_rented);
        }

        _buffer = _rented = larger;
    }
}
