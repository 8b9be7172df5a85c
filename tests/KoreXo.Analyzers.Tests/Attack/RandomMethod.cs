using System.Globalization;
using System.Text;

namespace KoreXo.Analyzers.Tests.Attack;

/// <summary>Writes a random method that asks guards and makes calls, in every kind of control flow.</summary>
/// <param name="random">Where the choices come from.</param>
/// <param name="isPlain">
/// Whether variables are assigned once and only what guards answer, so that no two conditions contradict each other by other means.
/// </param>
internal sealed class RandomMethod(Random random, bool isPlain)
{
    private static readonly string[] NullableTests =
    [
        "== true",
        "== false",
        "!= true",
        "!= false",
        "?? false",
        "?? true",
        "is true",
        "is false",
        "is not true",
        "is null or false",
    ];

    private static readonly string[] TuplePatterns = ["(true, true)", "(true, _)", "(false, true)", "not (true, true)"];

    private readonly StringBuilder _text = new();
    private readonly List<string> _bools = [];
    private readonly List<string> _nullables = [];
    private readonly List<string> _functions = [];
    private int _names;
    private int _budget = 14;

    /// <summary>Writes the class of the method.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="nextCall">The number of its first call.</param>
    /// <returns>The text, and the number after that of its last call.</returns>
    public (string Text, int NextCall) Write(string name, int nextCall)
    {
        Calls = nextCall;
        _text.Append(CultureInfo.InvariantCulture, $"public sealed class {name}(World w)\n{{\n");
        _text.Append("    readonly bool _ok = w.Has();\n    readonly bool _denied = !w.Has();\n    bool Ok { get; } = w.Has();\n");
        _text.Append("    bool Asked => w.Has();\n    bool Checked() { if (!w.Has()) return false; return true; }\n");
        _text.Append("    void Need() { if (!w.Has()) throw new Expected(); }\n    static bool Of(World x) => x.Has();\n");
        _text.Append("    public void Run()\n    {\n");
        Statements(depth: 0, inLoop: false, inFinally: false);
        _text.Append("    }\n}\n");
        return (_text.ToString(), Calls);
    }

    private int Calls { get; set; }

    private void Statements(int depth, bool inLoop, bool inFinally)
    {
        var (bools, nullables, functions) = (_bools.Count, _nullables.Count, _functions.Count);
        var count = 1 + random.Next(depth == 0 ? 5 : 3);
        for (var at = 0; at < count && _budget > 0; at++)
        {
            Statement(depth, inLoop, inFinally);
        }

        _bools.RemoveRange(bools, _bools.Count - bools);
        _nullables.RemoveRange(nullables, _nullables.Count - nullables);
        _functions.RemoveRange(functions, _functions.Count - functions);
    }

    private void Statement(int depth, bool inLoop, bool inFinally)
    {
        _budget--;
        var kind = random.Next(depth > 3 ? 9 : 22);
        switch (kind)
        {
            case 0 or 1 or 2:
                Line("w.Call(" + Calls++.ToString(CultureInfo.InvariantCulture) + ");");
                break;
            case 3:
                Line(Pick("w.Demand();", "Need();", "w.MayThrow();", "_ = w.Maybe()?.Has();"));
                break;
            case 4 or 5:
                Declare();
                break;
            case 6:
                Assign();
                break;
            case 7:
                Leave(inLoop, inFinally);
                break;
            case 8 when _functions.Count > 0:
                Line(_functions[random.Next(_functions.Count)] + "();");
                break;
            case 9 or 10 or 11 or 12:
                Block($"if ({Condition(2)})", depth, inLoop, inFinally);
                if (random.Next(2) == 0)
                {
                    Block("else", depth, inLoop, inFinally);
                }

                break;
            case 13:
                Block(
                    Pick("while (w.Any())", $"while ({Condition(1)})", "for (; w.Any(); )", $"foreach (var {Name("e")} in w.Some())"),
                    depth,
                    true,
                    inFinally,
                    first: "w.Tick();"
                );
                break;
            case 14 or 15 or 16:
                Try(depth, inLoop, inFinally);
                break;
            case 17:
                Switch(depth, inLoop, inFinally);
                break;
            case 18:
                Block(Pick("using (w.Open())", "lock (w)"), depth, inLoop, inFinally);
                break;
            case 19:
                Function("w.Run(() =>", ");", depth, throws: !isPlain);
                break;
            case 20:
                Function("w.Later.Add(() =>", ");", depth);
                break;
            case 21:
                var name = Name("f");
                Function($"void {name}()", "", depth);
                _functions.Add(name);
                break;
        }
    }

    private void Declare()
    {
        var name = Name("b");
        switch (random.Next(5))
        {
            case 0:
                Line($"bool? {name} = {Nullable()};");
                _nullables.Add(name);
                return;
            case 1:
                Line($"var ({name}, _) = ({Value()}, 1);");
                break;
            case 2:
                Line($"bool {name} = ({Value()}) is var {name}x && {name}x;");
                break;
            default:
                Line($"bool {name} = {Value()};");
                break;
        }

        _bools.Add(name);
    }

    private void Assign()
    {
        if (isPlain || _bools.Count == 0)
        {
            return;
        }

        var name = _bools[random.Next(_bools.Count)];
        Line(Pick($"{name} = {Value()};", $"{name} &= {Value()};", $"{name} |= {Value()};", $"({name}, _) = ({Value()}, 1);"));
        if (_nullables.Count > 0)
        {
            name = _nullables[random.Next(_nullables.Count)];
            Line(Pick($"{name} = {Nullable()};", $"{name} ??= {Nullable()};"));
        }
    }

    private void Leave(bool inLoop, bool inFinally)
    {
        var what = Pick("return;", "throw new Expected();", inLoop ? "break;" : "return;", inLoop ? "continue;" : "return;");
        if (!inFinally || what[0] == 't')
        {
            Line($"if ({Condition(1)}) {what}");
        }
    }

    private void Try(int depth, bool inLoop, bool inFinally)
    {
        Block("try", depth, inLoop, inFinally);
        var hasCatch = random.Next(3) > 0;
        if (hasCatch)
        {
            Block(Pick("catch (Expected)", $"catch (Expected) when ({Condition(1)})"), depth, inLoop, inFinally);
        }

        if (!hasCatch || random.Next(3) == 0)
        {
            Block("finally", depth, inLoop: false, inFinally: true);
        }
    }

    private void Switch(int depth, bool inLoop, bool inFinally)
    {
        Line($"switch ({(random.Next(2) == 0 ? Condition(1) : Nullable())})");
        Line("{");
        Line("case true:");
        Block("", depth, inLoop: false, inFinally);
        Line("break;");
        if (random.Next(2) == 0)
        {
            Line($"case false when {Condition(1)}:");
            Block("", depth, inLoop: false, inFinally);
            Line("break;");
        }

        Line("default:");
        Block("", depth, inLoop: false, inFinally);
        Line("break;");
        Line("}");
    }

    // Nobody knows when a lambda runs, so that what it throws says nothing about what comes after it.
    private void Function(string head, string end, int depth, bool throws = true)
    {
        Line(throws ? head : head + " { try");
        Block("", depth, inLoop: false, inFinally: false);
        Line(throws ? "" : "catch (Expected) { } }");
        if (end.Length > 0)
        {
            Line(end);
        }
    }

    // A loop whose condition never changes must end too: its first statement counts the turns.
    private void Block(string head, int depth, bool inLoop, bool inFinally, string? first = null)
    {
        Line(head);
        Line("{");
        if (first is not null)
        {
            Line(first);
        }

        Statements(depth + 1, inLoop, inFinally);
        Line("}");
    }

    private string Condition(int depth) =>
        depth == 0
            ? Atom()
            : random.Next(9) switch
            {
                0 => $"({Condition(depth - 1)} && {Condition(depth - 1)})",
                1 => $"({Condition(depth - 1)} || {Condition(depth - 1)})",
                2 => $"!({Condition(depth - 1)})",
                3 => $"({Condition(depth - 1)} is {Pick("true", "false", "not true")})",
                4 => $"({Nullable()} {Pick(NullableTests)})",
                5 => $"({Condition(depth - 1)} == {Condition(depth - 1)})",
                6 => $"(({Condition(depth - 1)}, {Condition(depth - 1)}) is {Pick(TuplePatterns)})",
                _ => Atom(),
            };

    private string Atom() => random.Next(3) == 0 ? "w.Any()" : Value();

    // What a variable may be given.
    private string Value()
    {
        if (_bools.Count > 0 && random.Next(2) == 0)
        {
            return Pick("", "!") + _bools[random.Next(_bools.Count)];
        }

        return isPlain || random.Next(4) > 0
            ? Pick("w.Has()", "!w.Has()", "_ok", "_denied", "Ok", "Asked", "Checked()", "Of(w)")
            : Pick("w.Any()", "true", "false", "(w.Any() ? w.Has() : w.Any())", "(w.Any() && w.Has())", "(w.Any() || w.Has())");
    }

    private string Nullable() =>
        _nullables.Count > 0 && random.Next(2) == 0
            ? _nullables[random.Next(_nullables.Count)]
            : Pick("w.Maybe()?.Has()", "(w.Any() ? w.Has() : (bool?)null)", "(bool?)w.Has()", "(bool?)!w.Has()");

    private string Name(string prefix) => prefix + _names++.ToString(CultureInfo.InvariantCulture);

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private void Line(string text) => _text.Append("        ").Append(text).Append('\n');
}
