using System.ComponentModel;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>An <c>application/x-www-form-urlencoded</c> body.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FormBody : RequestBody
{
    private readonly byte[] _content;

    private FormBody(byte[] content) => _content = content;

    /// <inheritdoc/>
    public override bool CanReplay => true;

    /// <summary>
    /// Creates a form from an object: a field for each member and each item of a list; nested objects and lists are written as JSON.
    /// </summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="value">The object.</param>
    /// <param name="codec">The codec of the type.</param>
    /// <param name="styles">The styles of members for which the document declares one.</param>
    /// <returns>The body.</returns>
    public static FormBody Create<T>(T value, JsonCodec<T> codec, params (string Name, ParameterStyle Style)[] styles)
    {
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(styles);
        var form = new StringBuilder();
        using var document = ParameterText.Parse(value, codec);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in document.RootElement.EnumerateObject())
            {
                AddMember(form, member, styles);
            }
        }

        return new FormBody(Encoding.ASCII.GetBytes(form.ToString()));
    }

    internal override void Collect(string[] names, Action<string> found)
    {
        foreach (var pair in Encoding.UTF8.GetString(_content).Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && names.Contains(Uri.UnescapeDataString(pair[..equals]), StringComparer.Ordinal))
            {
                found(Uri.UnescapeDataString(pair[(equals + 1)..]));
            }
        }
    }

    internal override HttpContent CreateContent() =>
        new ByteArrayContent(_content) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") } };

    private static void AddMember(StringBuilder form, JsonProperty member, (string Name, ParameterStyle Style)[] styles)
    {
        foreach (var (name, style) in styles)
        {
            if (name == member.Name)
            {
                ParameterText.Spread(name, member.Value, style, Append);
                return;
            }
        }

        if (member.Value.ValueKind == JsonValueKind.Array)
        {
            ParameterText.Spread(member.Name, member.Value, ParameterStyle.Exploded, Append);
        }
        else
        {
            ParameterText.Add(member.Name, member.Value, Append);
        }

        void Append(string name, string value)
        {
            form.Append(form.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }
    }
}
