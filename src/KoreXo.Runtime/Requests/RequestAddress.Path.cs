namespace KoreXo.Runtime;

/// <content>The parameters of the path.</content>
public ref partial struct RequestAddress
{
    /// <summary>Appends a path parameter.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The name of the parameter, for exceptions.</param>
    /// <exception cref="ArgumentException">The value is empty, a dot segment (<c>.</c> or <c>..</c>), or not well-formed
    /// Unicode.</exception>
    public void Segment(string value, string name)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentException("A path parameter cannot be empty.", name);
        }

        if (value is "." or "..")
        {
            throw new ArgumentException("A path parameter cannot be '.' or '..'.", name);
        }

        Escape(value, name);
    }

    /// <summary>Appends a path parameter.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The name of the parameter.</param>
    public void Segment(long value, string name) => Number(value);

    /// <summary>Appends a path parameter with several values.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="values">The values.</param>
    /// <param name="separator">The separator between values, not escaped; inside a value it is.</param>
    /// <param name="name">The name of the parameter, for exceptions.</param>
    /// <exception cref="ArgumentException">There is no value, or one is empty, a dot segment, or not well-formed Unicode.</exception>
    public void Segments<T>(IReadOnlyList<T> values, string separator, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Count == 0)
        {
            throw new ArgumentException("A path parameter needs at least one value.", name);
        }

        for (var index = 0; index < values.Count; index++)
        {
            Literal(index == 0 ? "" : separator);
            Segment(ParameterText.FormatAny(values[index]), name);
        }
    }

    /// <summary>Appends a path parameter with parts: the members of an object, or the items of a list.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="codec">The codec of the type.</param>
    /// <param name="separator">The separator between parts, not escaped; inside a part it is.</param>
    /// <param name="pair">What is between the name and the value of a member, not escaped.</param>
    /// <param name="name">The name of the parameter, for exceptions.</param>
    /// <exception cref="ArgumentException">There is no part, or one is not well-formed Unicode.</exception>
    public void Parts<T>(T value, JsonCodec<T> codec, string separator, string pair, string name)
    {
        using var document = ParameterText.Parse(value, codec);
        if (ParameterText.Members(document.RootElement) is not { } parts)
        {
            Segment(ParameterText.Text(document.RootElement), name);
            return;
        }

        if (parts.Count == 0)
        {
            throw new ArgumentException("A path parameter needs at least one value.", name);
        }

        for (var index = 0; index < parts.Count; index++)
        {
            Literal(index == 0 ? "" : separator);
            if (parts[index].Name is not { } member)
            {
                Segment(parts[index].Text, name);
                continue;
            }

            Escape(member, name);
            Literal(pair);
            Escape(parts[index].Text, name);
        }
    }
}
