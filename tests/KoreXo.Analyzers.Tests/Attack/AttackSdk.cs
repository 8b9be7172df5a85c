namespace KoreXo.Analyzers.Tests.Attack;

/// <summary>What generated methods run against: a client, and the world that answers it.</summary>
internal static class AttackSdk
{
    public const string Source = """
        #nullable enable
        using System;
        using System.Collections.Generic;

        namespace KoreXo
        {
            [AttributeUsage(AttributeTargets.All, AllowMultiple = true)] public sealed class RequiresScopesAttribute(params string[] scopes) : Attribute;
            public sealed class ScopeGuardAttribute(params string[] scopes) : Attribute;
        }

        public sealed class Expected : Exception;
        public sealed class Stop : Exception;

        public sealed class World(ulong seed, bool isHeld)
        {
            // Whatever is called may throw: in every other world, one step in sixteen does, but for the first ones, which are in constructors.
            private readonly bool _fails = ((seed >> 32) & 1) == 1;
            private ulong _failures = seed;
            private int _steps;
            public readonly HashSet<int> Reached = new();
            public readonly List<Action> Later = new();
            [KoreXo.ScopeGuard("s")] public bool Has() { Step(); return isHeld; }
            [KoreXo.ScopeGuard("s")] public void Demand() { Step(); if (!isHeld) throw new Expected(); }
            [KoreXo.RequiresScopes("s")] public void Call(int id) { Reached.Add(id); Step(); }
            public bool Any() { Step(); var bit = (seed >> (_steps % 61)) & 1; seed = seed * 6364136223846793005UL + 1442695040888963407UL; return ((bit ^ (seed >> 63)) & 1) == 1; }
            public void MayThrow() { if (Any()) throw new Expected(); }
            public World? Maybe() => Any() ? this : null;
            public void Run(Action action) => action();
            public void Tick() => Step();
            public IDisposable Open() => new Resource();
            public int[] Some() => new int[Any() ? 2 : 0];
            private void Step()
            {
                if (++_steps % 300 == 0) throw new Stop();
                _failures = _failures * 6364136223846793005UL + 1442695040888963407UL;
                if (_fails && _steps > 3 && _failures >> 60 == 0) throw new Expected();
            }
            private sealed class Resource : IDisposable { public void Dispose() { } }
        }

        """;
}
