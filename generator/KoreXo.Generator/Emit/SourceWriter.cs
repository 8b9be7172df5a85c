using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>Writes indented source text. Lines end in <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter(CancellationToken cancellationToken)
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;
    private bool _gapWanted;

    /// <summary>Writes lines at the current level; their own indentation is kept.</summary>
    public void Line(string lines)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_gapWanted)
        {
            _text.Append('\n');
            _gapWanted = false;
        }

        var start = 0;
        while (start <= lines.Length)
        {
            var end = lines.IndexOf('\n', start);
            end = end < 0 ? lines.Length : end;
            var length = end - start - (end > start && lines[end - 1] == '\r' ? 1 : 0);
            if (length > 0)
            {
                _text.Append(' ', _level * SpacesPerLevel).Append(lines, start, length);
            }

            _text.Append('\n');
            start = end + 1;
        }
    }

    /// <summary>Requests an empty line before the next line; none is written before a closing brace.</summary>
    public void Gap() => _gapWanted = true;

    /// <summary>Writes a header and an opening brace; disposing closes it.</summary>
    public BlockScope Block(string header, string end = "}")
    {
        Line(header);
        Line("{");
        _level++;
        return new BlockScope(this, end);
    }

    public BlockScope Indent()
    {
        _level++;
        return new BlockScope(this, "");
    }

    /// <summary>Returns the text in pieces: as one string, that of a large document would survive many garbage collections.</summary>
    public SourceText ToSourceText() => SourceText.From(new StringBuilderReader(_text), _text.Length, Encoding.UTF8);

    public readonly struct BlockScope(SourceWriter? writer, string end) : IDisposable
    {
        public void Dispose()
        {
            if (writer is null)
            {
                return;
            }

            writer._level--;
            writer._gapWanted = false;
            if (end.Length > 0)
            {
                writer.Line(end);
            }
        }
    }
}
