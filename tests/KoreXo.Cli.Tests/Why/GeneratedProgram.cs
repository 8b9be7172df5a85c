using System.Globalization;
using System.Text;

namespace KoreXo.Cli.Tests.Why;

/// <summary>
/// A program made from a seed: functions that call each other in every way the language has, each with one scoped call of its own, and two
/// entry points. Which function reaches which others is known, since calls only go from lower to higher numbers and always happen.
/// </summary>
internal sealed class GeneratedProgram
{
    private const int Functions = 14;
    private const int Kinds = 17;

    private readonly List<(int To, int Kind)>[] _calls = [.. Enumerable.Range(0, Functions).Select(static _ => new List<(int, int)>())];
    private readonly int[] _main;
    private readonly int[] _initializer;
    private readonly bool _sharesDelegates;
    private readonly StringBuilder _text = new();

    /// <param name="seed">The seed.</param>
    /// <param name="sharesDelegates">Whether all delegates are of one type, so that each invocation may be of any of them.</param>
    public GeneratedProgram(int seed, bool sharesDelegates)
    {
        var random = new Random(seed);
        _sharesDelegates = sharesDelegates;
        for (var from = 0; from < Functions - 1; from++)
        {
            for (var count = random.Next(3); count > 0; count--)
            {
                _calls[from].Add((random.Next(from + 1, Functions), random.Next(Kinds)));
            }
        }

        _main = [random.Next(Functions), random.Next(Functions)];
        _initializer = [random.Next(Functions)];
    }

    /// <summary>Gets the scopes that each entry point needs, by its name.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Needs =>
        new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal)
        {
            ["Program.Main"] = Reached(_main),
            ["Program.Initialize"] = Reached(_initializer),
        };

    /// <summary>Gets the source.</summary>
    public string Write()
    {
        _text.Clear();
        Line("public interface ILeaf {");
        for (var function = 0; function < Functions; function++)
        {
            Line($"  [RequiresScopes(\"s{function:00}\")] void L{function}();");
        }

        Line("}");
        Line("static class Program {");
        Line($"  static void Main() {{ ILeaf leaf = null!; {string.Concat(_main.Select(static to => $"N{to}.F(leaf); "))} }}");
        Line(
            $"  [System.Runtime.CompilerServices.ModuleInitializer] internal static void Initialize() {{ ILeaf leaf = null!; N{_initializer[0]}.F(leaf); }}"
        );
        Line("}");
        for (var function = 0; function < Functions; function++)
        {
            WriteFunction(function);
        }

        return _text.ToString();
    }

    private SortedSet<string> Reached(int[] starts)
    {
        var reached = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<int>(starts);
        while (open.TryPop(out var function))
        {
            if (reached.Add(string.Create(CultureInfo.InvariantCulture, $"s{function:00}")))
            {
                _calls[function].ForEach(call => open.Push(call.To));
            }
        }

        return reached;
    }

    private void WriteFunction(int function)
    {
        var body = new StringBuilder();
        var members = new StringBuilder();
        for (var index = 0; index < _calls[function].Count; index++)
        {
            var (to, kind) = _calls[function][index];
            var (statement, member, type) = Call(kind, $"N{to}.F(leaf)", $"N{to}.F", $"{function}_{index}");
            body.Append("    ").Append(statement).Append('\n');
            members.Append(member.Length == 0 ? "" : $"  {member}\n");
            Line(type);
        }

        Line($"static class N{function} {{\n{members}  public static void F(ILeaf leaf) {{\n    leaf.L{function}();\n{body}  }}\n}}");
    }

    // What is done, a member beside it, and a type beside that.
    private (string Statement, string Member, string Type) Call(int kind, string call, string group, string id)
    {
        var (handler, declaration) = _sharesDelegates ? ("System.Action<ILeaf>", "") : ($"H{id}", $"delegate void H{id}(ILeaf leaf);");
        return kind switch
        {
            0 => ($"{call};", "", ""),
            1 => (
                $"((I{id})new C{id}()).Run(leaf);",
                "",
                $"interface I{id} {{ void Run(ILeaf leaf); }} class C{id} : I{id} {{ public void Run(ILeaf leaf) => {call}; }}"
            ),
            2 => (
                $"B{id} b{id} = new D{id}(); b{id}.Run(leaf);",
                "",
                $"abstract class B{id} {{ public abstract void Run(ILeaf leaf); }} sealed class D{id} : B{id} {{ public override void Run(ILeaf leaf) => {call}; }}"
            ),
            3 => ($"{handler} h{id} = l => {call.Replace("(leaf)", "(l)", StringComparison.Ordinal)}; h{id}(leaf);", "", declaration),
            4 => ($"Held{id} = {group}; Held{id}!(leaf);", $"static {handler}? Held{id};", declaration),
            5 => ($"_ = new P{id}(leaf).Value;", "", $"class P{id}(ILeaf leaf) {{ public int Value {{ get {{ {call}; return 1; }} }} }}"),
            6 => ($"_ = new K{id}(leaf);", "", $"class K{id} {{ public K{id}(ILeaf leaf) {{ {call}; }} }}"),
            7 => ($"Local{id}(); void Local{id}() {{ {call}; }}", "", ""),
            8 => (
                $"E{id}.Raised += {group}; E{id}.Raise(leaf);",
                "",
                $"{declaration} static class E{id} {{ public static event {handler}? Raised; public static void Raise(ILeaf leaf) => Raised?.Invoke(leaf); }}"
            ),
            9 => (
                $"foreach (var _ in Each{id}(leaf)) {{ }}",
                $"static IEnumerable<int> Each{id}(ILeaf leaf) {{ {call}; yield return 1; }}",
                ""
            ),
            10 => ($"Generic{id}<int>(leaf);", $"static void Generic{id}<T>(ILeaf leaf) {{ {call}; }}", ""),
            11 => ($"_ = new[] {{ 1 }}.Select(x => {{ {call}; return x; }}).ToList();", "", ""),
            12 => (
                $"using (new U{id}(leaf)) {{ }}",
                "",
                $"sealed class U{id}(ILeaf leaf) : IDisposable {{ public void Dispose() => {call}; }}"
            ),
            13 => (
                $"_ = new O{id}(leaf) + 1;",
                "",
                $"class O{id}(ILeaf leaf) {{ ILeaf Leaf => leaf; public static int operator +(O{id} left, int right) {{ var leaf = left.Leaf; {call}; return right; }} }}"
            ),
            14 => ($"((V{id})new W{id}()).Run(leaf);", "", $"interface V{id} {{ void Run(ILeaf leaf) => {call}; }} class W{id} : V{id};"),
            15 => ($"Pass{id}({group}, leaf);", $"static void Pass{id}({handler} run, ILeaf leaf) => run(leaf);", declaration),
            _ => ($"Lazy{id} = new(() => {{ {call}; return 1; }}); _ = Lazy{id}.Value;", $"static Lazy<int> Lazy{id} = new(0);", ""),
        };
    }

    private void Line(string text) => _text.Append(text).Append('\n');
}
