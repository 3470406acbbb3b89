using System.Reflection;
using System.Reflection.Emit;

namespace CohortCourses.Embedded;

/// <summary>
/// Emits, for an interface, a reference class that implements it, and for each of its methods a call class that holds the
/// arguments. Stands for what the Orleans source generator makes at build time.
/// </summary>
internal static class ReferenceBuilder
{
    private static readonly Lock Gate = new();
    private static readonly ModuleBuilder Module = AssemblyBuilder
        .DefineDynamicAssembly(new("CohortCourses.Embedded.References"), AssemblyBuilderAccess.Run)
        .DefineDynamicModule("References");

    private static readonly MethodInfo Send = typeof(GrainReference).GetMethod("Send", BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly MethodInfo Invoke = typeof(GrainCall).GetMethod(nameof(GrainCall.Invoke), [typeof(object)])!;
    private static int serial;

    public static ReferenceShape Build(Type contract)
    {
        var methods = MethodsOf(contract);
        lock (Gate)
        {
            var reference = Module.DefineType($"{contract.Name}Reference{++serial}", TypeAttributes.Public | TypeAttributes.Sealed, typeof(GrainReference), [contract]);
            var constructor = reference.DefineDefaultConstructor(MethodAttributes.Public);
            for (var slot = 0; slot < methods.Length; slot++)
            {
                Implement(reference, methods[slot], EmitCall(contract, methods[slot]), slot);
            }

            var create = reference.DefineMethod("Create", MethodAttributes.Public | MethodAttributes.Static, typeof(GrainReference), []);
            var code = create.GetILGenerator();
            code.Emit(OpCodes.Newobj, constructor);
            code.Emit(OpCodes.Ret);
            var made = reference.CreateType().GetMethod("Create")!.CreateDelegate<Func<GrainReference>>();
            return new([.. methods.Select(method => new GrainMethod(method))], made);
        }
    }

    private static MethodInfo[] MethodsOf(Type contract)
    {
        if (!contract.IsInterface || !contract.IsVisible || contract.ContainsGenericParameters)
        {
            throw new ArgumentException($"{contract} must be a public interface.", nameof(contract));
        }

        MethodInfo[] methods = [.. contract.GetInterfaces().Prepend(contract).SelectMany(each => each.GetMethods()).Where(method => method.IsAbstract)];
        foreach (var method in methods)
        {
            var result = method.ReturnType;
            var awaited = result == typeof(Task) || (result.IsGenericType && result.GetGenericTypeDefinition() == typeof(Task<>));
            if (!awaited || method.IsGenericMethod || method.IsStatic || method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef))
            {
                throw new ArgumentException($"{contract.Name}.{method.Name} must return Task or Task<T> and take plain arguments.", nameof(contract));
            }

            if (method.IsDefined(typeof(OneWayAttribute)) && result != typeof(Task))
            {
                throw new ArgumentException($"{contract.Name}.{method.Name} is one-way and so must return Task.", nameof(contract));
            }
        }

        return methods;
    }

    /// <summary>A class with one field for each argument, whose Invoke calls the method with them.</summary>
    private static (ConstructorInfo Constructor, FieldInfo[] Arguments) EmitCall(Type contract, MethodInfo method)
    {
        var parent = method.ReturnType == typeof(Task) ? typeof(VoidCall) : typeof(ValueCall<>).MakeGenericType(method.ReturnType.GetGenericArguments());
        var call = Module.DefineType($"{contract.Name}.{method.Name}Call{++serial}", TypeAttributes.Public | TypeAttributes.Sealed, parent);
        call.DefineDefaultConstructor(MethodAttributes.Public);
        var arguments = method.GetParameters().Select((parameter, at) => call.DefineField($"a{at}", parameter.ParameterType, FieldAttributes.Public)).ToArray();

        var invoke = call.DefineMethod(Invoke.Name, MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig, typeof(Task), [typeof(object)]);
        var code = invoke.GetILGenerator();
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Castclass, method.DeclaringType!);
        foreach (var argument in arguments)
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldfld, argument);
        }

        code.Emit(OpCodes.Callvirt, method);
        code.Emit(OpCodes.Ret);
        call.DefineMethodOverride(invoke, Invoke);

        var type = call.CreateType();
        return (type.GetConstructor([])!, [.. arguments.Select(argument => type.GetField(argument.Name)!)]);
    }

    /// <summary>Implements the method: fill a call with the arguments and send it.</summary>
    private static void Implement(TypeBuilder reference, MethodInfo method, (ConstructorInfo Constructor, FieldInfo[] Arguments) call, int slot)
    {
        Type[] parameters = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        var body = reference.DefineMethod(
            $"{method.DeclaringType!.Name}.{method.Name}",
            MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot,
            method.ReturnType,
            parameters);
        var code = body.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Newobj, call.Constructor);
        for (var at = 0; at < parameters.Length; at++)
        {
            code.Emit(OpCodes.Dup);
            code.Emit(OpCodes.Ldarg, (short)(at + 1));
            code.Emit(OpCodes.Stfld, call.Arguments[at]);
        }

        code.Emit(OpCodes.Ldc_I4, slot);
        code.Emit(OpCodes.Call, Send);
        if (method.ReturnType != typeof(Task))
        {
            code.Emit(OpCodes.Castclass, method.ReturnType);
        }

        code.Emit(OpCodes.Ret);
        reference.DefineMethodOverride(body, method);
    }
}
