using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>Writes indented source text. Lines end in <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;
    private bool _gapWanted;

    /// <summary>Writes lines at the present level; their own indentation is kept.</summary>
    public void Line(string lines)
    {
        if (_gapWanted)
        {
            _text.Append('\n');
            _gapWanted = false;
        }

        foreach (var line in lines.Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', _level * SpacesPerLevel).Append(line.TrimEnd('\r'));
            }

            _text.Append('\n');
        }
    }

    /// <summary>Asks for an empty line before the next one; none is written before a closing brace.</summary>
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

    public SourceText ToSourceText() => SourceText.From(_text.ToString(), Encoding.UTF8);

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
